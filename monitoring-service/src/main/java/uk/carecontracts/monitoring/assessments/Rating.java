package uk.carecontracts.monitoring.assessments;

/** What an assessment comes to, worst first. */
public enum Rating {
  POOR,
  REQUIRES_IMPROVEMENT,
  GOOD,
  EXCELLENT;

  /** The worse of two. */
  Rating atMost(Rating limit) {
    return compareTo(limit) <= 0 ? this : limit;
  }

  /** Whether something must be put right. */
  boolean needsAction() {
    return compareTo(GOOD) < 0;
  }
}
