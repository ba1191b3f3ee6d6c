package uk.carecontracts.providers.register;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.MatchScore;
import uk.carecontracts.providers.identity.OrganisationMatch;

/**
 * A record that may be the organisation in question.
 *
 * @param provider the record, as far as it tells who it is
 * @param score how sure, and why
 */
public record Match(Known provider, MatchScore score) {

  /**
   * A record as it is compared: read without the rest, of which a match of thousands has no need.
   *
   * @param id the record
   * @param legalName its name
   * @param candidate what it says about who it is
   */
  public record Known(UUID id, String legalName, Candidate candidate) {
    static Known of(Provider provider) {
      return new Known(provider.id(), provider.legalName(), provider.candidate());
    }
  }

  /** Who an organisation may be, the most likely first, of those whose records were found. */
  static List<Match> scored(Candidate wanted, List<Known> found) {
    return found.stream()
        .map(known -> new Match(known, OrganisationMatch.score(wanted, known.candidate())))
        .filter(match -> match.score().verdict() != MatchScore.Verdict.DIFFERENT)
        .sorted(BEST_FIRST)
        .toList();
  }

  /** Most likely first; equal ones in the order of registration. */
  static final Comparator<Match> BEST_FIRST =
      Comparator.comparingInt((Match match) -> -match.score().points())
          .thenComparing(match -> match.provider().id());
}
