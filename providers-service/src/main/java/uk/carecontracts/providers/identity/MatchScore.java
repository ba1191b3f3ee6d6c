package uk.carecontracts.providers.identity;

import java.util.List;

/**
 * How sure we are that two records are one organisation, and why.
 *
 * @param points 0 (certainly not) to 100 (certain)
 * @param method the rule that decided
 * @param explanation sentences for the person who reviews it
 */
public record MatchScore(int points, Method method, List<String> explanation) {

  private static final int SAME_FROM = 80;
  private static final int REVIEW_FROM = 50;

  /** Bounded and unmodifiable. */
  public MatchScore {
    if (points < 0 || points > 100) {
      throw new IllegalArgumentException("A match score lies between 0 and 100");
    }
    explanation = List.copyOf(explanation);
  }

  /** What the score leads to. */
  public Verdict verdict() {
    if (points >= SAME_FROM) {
      return Verdict.SAME;
    }
    return points >= REVIEW_FROM ? Verdict.REVIEW : Verdict.DIFFERENT;
  }

  /** The rule that decided a score. */
  public enum Method {
    /** A register identifier in common. */
    IDENTIFIER,
    /** One identifier in common and another contradicting. */
    IDENTIFIER_CONFLICT,
    /** Different identifiers in a register where an organisation has one. */
    IDENTIFIER_CONTRADICTION,
    /** The same normalised name at the same postcode. */
    NAME_AND_POSTCODE,
    /** The same normalised name. */
    NAME,
    /** A similar name. */
    SIMILAR_NAME,
    /** Nothing speaks for it. */
    NONE
  }

  /** What to do with two records. */
  public enum Verdict {
    /** One organisation. */
    SAME,
    /** A person must look. */
    REVIEW,
    /** Two organisations. */
    DIFFERENT
  }
}
