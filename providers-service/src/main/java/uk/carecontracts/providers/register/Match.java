package uk.carecontracts.providers.register;

import java.util.Comparator;
import java.util.UUID;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.MatchScore;

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
  public record Known(UUID id, String legalName, Candidate candidate) {}

  /** Most likely first; equal ones in the order of registration. */
  static final Comparator<Match> BEST_FIRST =
      Comparator.comparingInt((Match match) -> -match.score().points())
          .thenComparing(match -> match.provider().id());
}
