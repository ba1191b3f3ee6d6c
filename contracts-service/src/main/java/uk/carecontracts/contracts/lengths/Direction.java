package uk.carecontracts.contracts.lengths;

/** What a factor speaks for. */
public enum Direction {
  /** A long contract. */
  LONG,
  /** A short one. */
  SHORT
}
