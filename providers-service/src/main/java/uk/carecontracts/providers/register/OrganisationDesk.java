package uk.carecontracts.providers.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.identity.MatchScore.Method;

/**
 * Finds or makes the records of organisations that a register names, many at a time. A register's
 * number decides; a register spells one organisation alike on every row, so that a name merely
 * similar to one on record is another organisation.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OrganisationDesk {

  private static final String NAMED_BY_REGISTERS =
      """
      select distinct p.legal_name, p.id from provider p join location l on l.provider_id = p.id
      where p.status = 'ACTIVE' and p.legal_name = any (?)
        and (l.cqc_location_id is not null or l.ofsted_urn is not null)\
      """;

  private final ProviderDesk desk;
  private final ProviderMatcher matcher;
  private final Providers providers;
  private final OrganisationReviews reviews;
  private final Sql sql;

  OrganisationDesk(
      ProviderDesk desk,
      ProviderMatcher matcher,
      Providers providers,
      OrganisationReviews reviews,
      Sql sql) {
    this.desk = desk;
    this.matcher = matcher;
    this.providers = providers;
    this.reviews = reviews;
    this.sql = sql;
  }

  /** What became of an organisation that was named. */
  public enum Outcome {
    /** A record was made. */
    CREATED,
    /** A record learnt something. */
    UPDATED,
    /** A record said all of it already. */
    UNCHANGED,
    /** More than one record may be meant, or registers contradict each other. */
    UNDECIDED
  }

  /**
   * The record of an organisation.
   *
   * @param id the record; null when undecided
   * @param outcome what became of it
   * @param why the reasons, for one that is undecided
   * @param review the question put before a person, for one that is undecided and has a name
   */
  public record Taken(@Nullable UUID id, Outcome outcome, List<String> why, @Nullable UUID review) {

    private Taken(UUID id, Outcome outcome) {
      this(id, outcome, List.of(), null);
    }
  }

  /** Finds or makes each organisation. Must be the first call of its transaction that matches. */
  public Map<OrganisationFacts, Taken> take(
      String authority, Collection<OrganisationFacts> named, String source) {
    Set<OrganisationFacts> distinct = new LinkedHashSet<>(named);
    desk.lock(distinct.stream().map(OrganisationFacts::candidate).toList());
    Map<String, Provider> holders = holders(distinct);
    Map<String, UUID> byName = byName(distinct);
    Map<OrganisationFacts, UUID> decided = reviews.decided(distinct);
    Map<OrganisationFacts, Taken> taken = new LinkedHashMap<>();
    for (OrganisationFacts facts : distinct) {
      Provider known = known(facts.candidate(), holders);
      UUID same = byName.get(facts.candidate().name());
      if (known != null) {
        taken.put(facts, learn(authority, known, facts, source));
      } else if (decided.containsKey(facts)) {
        Provider said = providers.requireSurvivor(decided.get(facts));
        taken.put(facts, learn(authority, said, facts, source));
      } else if (facts.candidate().identifiers().isEmpty() && same != null) {
        taken.put(facts, new Taken(same, Outcome.UNCHANGED));
      } else {
        Taken result = match(authority, facts, source);
        taken.put(facts, result);
        remember(facts, result, holders, byName);
      }
    }
    return taken;
  }

  /** One organisation may be named in several ways in one batch. */
  private void remember(
      OrganisationFacts facts,
      Taken taken,
      Map<String, Provider> holders,
      Map<String, UUID> byName) {
    if (taken.id() != null) {
      Provider provider = providers.require(taken.id());
      provider.identifiers().forEach(identifier -> holders.put(identifier.key(), provider));
      byName.put(facts.candidate().name(), taken.id());
    }
  }

  private Map<String, Provider> holders(Collection<OrganisationFacts> named) {
    Set<String> keys =
        named.stream()
            .flatMap(facts -> facts.candidate().identifiers().stream())
            .map(Identifier::key)
            .collect(Collectors.toSet());
    Map<String, Provider> holders = new HashMap<>();
    if (keys.isEmpty()) {
      return holders;
    }
    Set<String> values =
        keys.stream().map(key -> key.substring(key.indexOf(':') + 1)).collect(Collectors.toSet());
    Map<String, UUID> ids = new HashMap<>();
    sql.list(
        "select scheme || ':' || value as key, provider_id from provider_identifier"
            + " where value = any (?)",
        row -> ids.put(row.getString("key"), row.getObject("provider_id", UUID.class)),
        values);
    ids.keySet().retainAll(keys);
    Map<UUID, Provider> found = new HashMap<>();
    if (!ids.isEmpty()) {
      providers.list("id in ?1", Set.copyOf(ids.values())).forEach(p -> found.put(p.id(), p));
    }
    ids.forEach((key, id) -> holders.put(key, Objects.requireNonNull(found.get(id))));
    return holders;
  }

  private Map<String, UUID> byName(Collection<OrganisationFacts> named) {
    Set<String> names =
        named.stream()
            .filter(facts -> facts.candidate().identifiers().isEmpty())
            .map(facts -> facts.candidate().name())
            .collect(Collectors.toSet());
    Map<String, UUID> found = new HashMap<>();
    if (!names.isEmpty()) {
      sql.list(
          NAMED_BY_REGISTERS,
          row -> found.put(row.getString("legal_name"), row.getObject("id", UUID.class)),
          names);
    }
    return found;
  }

  /** The record that holds every number given. */
  private static @Nullable Provider known(Candidate candidate, Map<String, Provider> holders) {
    Set<Provider> found = new LinkedHashSet<>();
    for (Identifier identifier : candidate.identifiers()) {
      Provider holder = holders.get(identifier.key());
      if (holder == null) {
        return null;
      }
      found.add(holder);
    }
    return found.size() == 1 ? found.iterator().next() : null;
  }

  private Taken match(String authority, OrganisationFacts facts, String source) {
    Candidate wanted = facts.candidate();
    if (wanted.name().isBlank()) {
      return new Taken(null, Outcome.UNDECIDED, List.of("No record carries its number."), null);
    }
    ProviderMatcher.Found found =
        matcher.matchOrCreate(authority, wanted, null, facts.vcse(), source);
    Provider provider = found.provider() == null ? null : providers.require(found.provider().id());
    boolean created = found.created();
    boolean conflict = found.method().equals(Method.IDENTIFIER_CONFLICT.name());
    boolean another =
        found.method().equals(Method.SIMILAR_NAME.name()) || !wanted.identifiers().isEmpty();
    if (provider == null && another && !conflict) {
      provider = matcher.create(authority, wanted, null, facts.vcse(), source);
      created = true;
    }
    if (provider == null) {
      UUID review = reviews.ask(authority, facts, source, found.explanation(), found.candidates());
      return new Taken(null, Outcome.UNDECIDED, found.explanation(), review);
    }
    Taken learnt = learn(authority, provider, facts, source);
    return created ? new Taken(Objects.requireNonNull(learnt.id()), Outcome.CREATED) : learnt;
  }

  /** Adds what the record does not know; only the register of companies changes a name. */
  private Taken learn(String authority, Provider provider, OrganisationFacts facts, String source) {
    ProviderDetails now = provider.details();
    String name = facts.candidate().name();
    boolean renamed = facts.legalName() && !name.isBlank() && !name.equals(now.legalName());
    List<String> names = new ArrayList<>(now.tradingNames());
    if (renamed) {
      names.add(now.legalName());
      names.remove(name);
    }
    ProviderDetails learnt =
        new ProviderDetails(
            renamed ? name : now.legalName(),
            names,
            now.kind() == null ? facts.kind() : now.kind(),
            now.size(),
            now.sme(),
            now.vcse() == null ? facts.vcse() : now.vcse(),
            now.identifiers(),
            Optional.ofNullable(now.postcode())
                .or(() -> facts.candidate().parsedPostcode().map(p -> p.value()))
                .orElse(null),
            now.address() == null ? facts.address() : now.address(),
            now.website() == null ? facts.website() : now.website(),
            now.ultimateOwner(),
            now.brand() == null ? facts.brand() : now.brand(),
            now.areas(),
            now.clientGroups());
    boolean differs = !learnt.equals(now);
    if (differs) {
      desk.amend(authority, provider, learnt, "Named by " + source);
    }
    return new Taken(provider.id(), differs ? Outcome.UPDATED : Outcome.UNCHANGED);
  }
}
