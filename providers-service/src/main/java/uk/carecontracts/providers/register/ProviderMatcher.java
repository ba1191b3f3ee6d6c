package uk.carecontracts.providers.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.identity.MatchScore;
import uk.carecontracts.providers.identity.MatchScore.Method;
import uk.carecontracts.providers.identity.MatchScore.Verdict;
import uk.carecontracts.providers.identity.OrganisationName;
import uk.carecontracts.providers.identity.Postcode;

/**
 * Finds the record of an organisation that a contract or a file names, or makes one. Where a person
 * has to look, it makes none.
 */
@ApplicationScoped
public class ProviderMatcher {

  private final ProviderDesk desk;

  ProviderMatcher(ProviderDesk desk) {
    this.desk = desk;
  }

  /**
   * What came of it.
   *
   * @param provider the record, absent when a person must decide
   * @param created whether it was made just now
   * @param points the score of the match; 100 for a record just made
   * @param method the rule that decided, or CREATED
   * @param explanation why
   * @param candidates records for a person to choose from
   */
  public record Found(
      Match.@Nullable Known provider,
      boolean created,
      int points,
      String method,
      List<String> explanation,
      List<UUID> candidates) {}

  /** Begins to match several organisations; must be the first of its transaction that matches. */
  public MatchingRound begin(Collection<Candidate> wanted) {
    return new MatchingRound(desk, wanted);
  }

  /**
   * Matches or makes. The caller has locked the candidate.
   *
   * @param authority GSS code of the authority whose data names the organisation
   * @param wanted what is said about it
   * @param sme whether it is said to be a small or medium-sized enterprise
   * @param vcse whether it is said to be a voluntary, community or social enterprise
   * @param source where it is named, for the record's history
   */
  public Found matchOrCreate(
      String authority,
      Candidate wanted,
      @Nullable Boolean sme,
      @Nullable Boolean vcse,
      String source) {
    return matchOrCreate(desk, authority, wanted, sme, vcse, source);
  }

  /** Matches or makes one of the organisations of a round. */
  public Found matchOrCreate(
      MatchingRound round,
      String authority,
      Candidate wanted,
      @Nullable Boolean sme,
      @Nullable Boolean vcse,
      String source) {
    return matchOrCreate((Records) round, authority, wanted, sme, vcse, source);
  }

  private static Found matchOrCreate(
      Records records,
      String authority,
      Candidate wanted,
      @Nullable Boolean sme,
      @Nullable Boolean vcse,
      String source) {
    List<Match> matches = records.matches(wanted);
    if (matches.isEmpty()) {
      Provider fresh = create(records, authority, wanted, sme, vcse, source);
      return new Found(
          Match.Known.of(fresh),
          true,
          100,
          "CREATED",
          List.of("No record resembles it; a new one was made."),
          List.of());
    }
    Match best = matches.get(0);
    boolean ambiguous =
        matches.size() > 1
            && matches.get(1).score().verdict() == Verdict.SAME
            && best.score().method() != Method.IDENTIFIER;
    if (best.score().verdict() == Verdict.SAME && !ambiguous) {
      learn(records, authority, best, wanted, source);
      return found(best.provider(), best.score());
    }
    return review(matches, ambiguous);
  }

  /**
   * Registers an organisation that a person knows to be none of those on record. Identifiers that
   * another record holds stay there.
   */
  public Provider createApart(
      String authority, Candidate wanted, @Nullable Boolean vcse, String source) {
    desk.lock(List.of(wanted));
    Candidate free =
        new Candidate(
            wanted.name(),
            wanted.tradingNames(),
            desk.unheld(wanted.identifiers()),
            wanted.postcode());
    return create(authority, free, null, vcse, source);
  }

  /** Registers an organisation that is none of those on record. */
  public Provider create(
      String authority,
      Candidate wanted,
      @Nullable Boolean sme,
      @Nullable Boolean vcse,
      String source) {
    return create(desk, authority, wanted, sme, vcse, source);
  }

  private static Provider create(
      Records records,
      String authority,
      Candidate wanted,
      @Nullable Boolean sme,
      @Nullable Boolean vcse,
      String source) {
    List<String> names = new ArrayList<>(OrganisationName.parts(wanted.name()));
    String legal = names.remove(0);
    wanted.tradingNames().stream().map(OrganisationName::clean).forEach(names::add);
    ProviderDetails bare =
        ProviderDetails.of(
            legal,
            names.stream().filter(name -> !name.isEmpty() && !name.equals(legal)).toList(),
            List.copyOf(wanted.identifiers()),
            wanted.parsedPostcode().map(Postcode::value).orElse(null));
    return records.registerUnmatched(authority, withFacts(bare, sme, vcse), "Named by " + source);
  }

  private static ProviderDetails withFacts(
      ProviderDetails bare, @Nullable Boolean sme, @Nullable Boolean vcse) {
    return new ProviderDetails(
        bare.legalName(),
        bare.tradingNames(),
        kindOf(bare.legalName()),
        null,
        sme,
        vcse,
        bare.identifiers(),
        bare.postcode(),
        null,
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  /** Only what the name itself declares. */
  private static @Nullable ProviderKind kindOf(String legalName) {
    return switch (OrganisationName.of(legalName).form()) {
      case LIMITED, PLC, LLP -> ProviderKind.COMPANY;
      case CIC -> ProviderKind.CIC;
      case CIO -> ProviderKind.CHARITY;
      case UNSTATED ->
          OrganisationName.of(legalName).words().contains("council")
              ? ProviderKind.LOCAL_AUTHORITY
              : null;
    };
  }

  /** A certain match teaches the record identifiers and a postcode it did not know. */
  private static void learn(
      Records records, String authority, Match match, Candidate wanted, String source) {
    Candidate known = match.provider().candidate();
    boolean nothingNew =
        known.identifiers().containsAll(wanted.identifiers())
            && (known.postcode() != null || wanted.parsedPostcode().isEmpty());
    if (nothingNew) {
      return;
    }
    Provider provider = records.provider(match);
    ProviderDetails now = provider.details();
    Set<Identifier> identifiers = new LinkedHashSet<>(now.identifiers());
    identifiers.addAll(wanted.identifiers());
    Optional<String> postcode =
        now.postcode() == null
            ? wanted.parsedPostcode().map(Postcode::value)
            : Optional.of(now.postcode());
    ProviderDetails learnt =
        new ProviderDetails(
            now.legalName(),
            now.tradingNames(),
            now.kind(),
            now.size(),
            now.sme(),
            now.vcse(),
            List.copyOf(identifiers),
            postcode.orElse(null),
            now.address(),
            now.website(),
            now.ultimateOwner(),
            now.brand(),
            now.areas(),
            now.clientGroups());
    records.amend(authority, provider, learnt, "Named by " + source);
  }

  private static Found found(Match.Known provider, MatchScore score) {
    return new Found(
        provider, false, score.points(), score.method().name(), score.explanation(), List.of());
  }

  private static Found review(List<Match> matches, boolean ambiguous) {
    MatchScore best = matches.get(0).score();
    List<String> why = new ArrayList<>(best.explanation());
    if (ambiguous) {
      why.add("More than one record fits equally well.");
    }
    return new Found(
        null,
        false,
        best.points(),
        best.method().name(),
        why,
        matches.stream().map(match -> match.provider().id()).limit(10).toList());
  }
}
