package uk.carecontracts.contracts.projects;

/** Where a project stands in the commissioning cycle (Institute of Public Care). */
public enum Stage {
  /** What is needed and what there is. */
  ANALYSE,
  /** How the gap is closed. */
  PLAN,
  /** Buying it. */
  DO,
  /** What came of it. */
  REVIEW,
  /** The round is over; its lessons go into the next. */
  CLOSED;

  /** The stage after this one. */
  Stage next() {
    return values()[Math.min(ordinal() + 1, values().length - 1)];
  }
}
