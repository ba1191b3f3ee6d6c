package uk.carecontracts.monitoring.scorecards;

/**
 * The rating words published for key performance indicators (Procurement Regulations 2024, reg.
 * 39(5)).
 */
public enum PerformanceRating {
  /** Meets or exceeds the target. */
  GOOD("Good"),
  /** Close to the target. */
  APPROACHING_TARGET("Approaching target"),
  /** Below the target. */
  REQUIRES_IMPROVEMENT("Requires improvement"),
  /** Significantly below the target. */
  INADEQUATE("Inadequate"),
  /** None of these can be said, for instance because nothing was measured. */
  OTHER("Other");

  private final String word;

  PerformanceRating(String word) {
    this.word = word;
  }

  /** The word as it is published. */
  public String word() {
    return word;
  }
}
