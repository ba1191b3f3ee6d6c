package uk.carecontracts.providers.register;

import java.util.Comparator;
import uk.carecontracts.providers.identity.MatchScore;

/**
 * A record that may be the organisation in question.
 *
 * @param provider the record
 * @param score how sure, and why
 */
public record Match(Provider provider, MatchScore score) {

  /** Most likely first; equal ones in the order of registration. */
  static final Comparator<Match> BEST_FIRST =
      Comparator.comparingInt((Match match) -> -match.score().points())
          .thenComparing(match -> match.provider().id());
}
