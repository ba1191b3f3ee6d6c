package uk.carecontracts.providers.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.identity.MatchScore;

/** Registers, corrects, merges and separates provider records; each change is journalled once. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ProviderDesk implements Records {

  /** Kind of aggregate in journal and events. */
  public static final String AGGREGATE = "provider";

  private final Providers providers;
  private final ProviderIndexRepository index;
  private final MergeRepository merges;
  private final Journal journal;
  private final Clock clock;

  ProviderDesk(
      Providers providers,
      ProviderIndexRepository index,
      MergeRepository merges,
      Journal journal,
      Clock clock) {
    this.providers = providers;
    this.index = index;
    this.merges = merges;
    this.journal = journal;
    this.clock = clock;
  }

  /** Must be called first, once, with everything a transaction is going to match or register. */
  public void lock(Collection<Candidate> candidates) {
    index.lock(candidates);
  }

  @Override
  public List<Match> matches(Candidate wanted) {
    return Match.scored(wanted, known(List.of(wanted)).get(0));
  }

  /** For each of several organisations the records that it may be. */
  List<List<Match.Known>> known(List<Candidate> wanted) {
    providers.flush();
    return index.candidates(wanted);
  }

  /**
   * Registers an organisation on a person's word.
   *
   * @param authority GSS code of the recording authority
   * @param details what is known
   * @param distinctFrom records that the person has looked at and knows to be others
   */
  Provider register(String authority, ProviderDetails details, Set<UUID> distinctFrom) {
    Provider fresh = Provider.register(Ids.next(), authority, details, Instant.now(clock));
    index.lock(List.of(fresh.candidate()));
    for (Match match : matches(fresh.candidate())) {
      boolean same = match.score().verdict() == MatchScore.Verdict.SAME;
      boolean certain = match.score().method() == MatchScore.Method.IDENTIFIER;
      if (same && (certain || !distinctFrom.contains(match.provider().id()))) {
        throw held(match);
      }
    }
    enter(authority, fresh, "Registered through the API");
    index(List.of(fresh));
    return fresh;
  }

  /** Those of some ids that are of records, merged ones among them. */
  public Set<UUID> onRecord(Set<UUID> ids) {
    return ids.isEmpty() ? ids : index.onRecord(ids);
  }

  /** Those of some identifiers that no record holds. */
  Set<Identifier> unheld(Set<Identifier> identifiers) {
    return identifiers.stream()
        .filter(identifier -> index.holder(identifier).isEmpty())
        .collect(Collectors.toSet());
  }

  @Override
  public Provider provider(Match match) {
    return providers.require(match.provider().id());
  }

  private static ProblemException held(Match match) {
    boolean identifier = match.score().method() == MatchScore.Method.IDENTIFIER;
    return ProblemException.conflict(
        identifier ? "IDENTIFIER_TAKEN" : "PROVIDER_EXISTS",
        "Provider "
            + match.provider().id()
            + " ("
            + match.provider().legalName()
            + ") is this organisation. "
            + String.join(" ", match.score().explanation())
            + (identifier ? "" : " If it is another one, name that id in distinctFrom."));
  }

  @Override
  public Provider registerUnmatched(String authority, ProviderDetails details, String why) {
    Provider fresh = enter(authority, details, why);
    index(List.of(fresh));
    return fresh;
  }

  /** Registers an organisation that is not found before it is indexed. */
  Provider enter(String authority, ProviderDetails details, String why) {
    return enter(
        authority, Provider.register(Ids.next(), authority, details, Instant.now(clock)), why);
  }

  private Provider enter(String authority, Provider fresh, String why) {
    providers.persist(fresh);
    record(fresh, "provider.registered.v1", authority, Map.of("reason", why));
    return fresh;
  }

  /** Has new records found. */
  void index(List<Provider> fresh) {
    providers.flush();
    index.add(fresh);
  }

  /** Corrects a record on a person's word, who waits for whoever is deciding about its names. */
  Provider correct(String authority, Provider provider, ProviderDetails details, String why) {
    index.lock(List.of(details.candidate()));
    return amend(authority, provider, details, why);
  }

  /**
   * Corrects a record; nothing happens when nothing differs. The caller has locked what it adds,
   * and takes no further lock here: locks taken one after another could wait for each other.
   */
  @Override
  public Provider amend(String authority, Provider provider, ProviderDetails details, String why) {
    Set<String> changed = provider.amend(details);
    if (!changed.isEmpty()) {
      providers.flush();
      index.write(provider);
      record(
          provider,
          "provider.amended.v1",
          authority,
          Map.of("fields", List.copyOf(changed), "reason", why));
    }
    return provider;
  }

  /** Declares a record a duplicate of another. */
  Provider merge(String authority, Provider duplicate, Provider survivor, String why) {
    index.lock(List.of(duplicate.candidate(), survivor.candidate()));
    List<String> keysBefore = keys(survivor);
    List<String> namesBefore = survivor.tradingNames();
    duplicate.mergeInto(survivor);
    survivor.absorb(duplicate);
    providers.flush();
    index.handOver(duplicate, survivor);
    List<String> movedKeys = keys(survivor).stream().filter(k -> !keysBefore.contains(k)).toList();
    List<String> movedNames =
        survivor.tradingNames().stream().filter(n -> !namesBefore.contains(n)).toList();
    merges.remember(duplicate, survivor, movedKeys, movedNames, why);
    Map<String, Object> change =
        Map.of("mergedId", duplicate.id(), "into", survivor.id(), "reason", why);
    record(duplicate, "provider.merged.v1", authority, change);
    recordIfAmended(survivor, authority, change, !movedKeys.isEmpty() || !movedNames.isEmpty());
    return survivor;
  }

  /** Takes a merge back: both records stand as before, the survivor without what it had gained. */
  Provider unmerge(String authority, Provider duplicate, String why) {
    UUID survivorId = duplicate.mergedInto();
    duplicate.unmerge();
    Provider survivor = providers.require(java.util.Objects.requireNonNull(survivorId));
    index.lock(List.of(duplicate.candidate(), survivor.candidate()));
    MergeRepository.Moved moved = merges.takeBack(duplicate);
    survivor.release(moved.identifiers(), moved.names());
    providers.flush();
    index.separate(duplicate, survivor);
    Map<String, Object> change =
        Map.of("unmergedId", duplicate.id(), "from", survivor.id(), "reason", why);
    record(duplicate, "provider.unmerged.v1", authority, change);
    recordIfAmended(survivor, authority, change, moved.any());
    return duplicate;
  }

  private void recordIfAmended(
      Provider provider, String authority, Map<String, Object> change, boolean amended) {
    if (amended) {
      record(provider, "provider.amended.v1", authority, change);
    }
  }

  private static List<String> keys(Provider provider) {
    return provider.identifiers().stream().map(identifier -> identifier.key()).toList();
  }

  private void record(
      Provider provider, String type, String authority, Map<String, Object> change) {
    journal.append(
        new Entry(
            AGGREGATE,
            provider.id(),
            provider.version(),
            type,
            authority,
            provider.state(),
            change));
  }
}
