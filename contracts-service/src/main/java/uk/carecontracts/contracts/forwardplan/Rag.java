package uk.carecontracts.contracts.forwardplan;

/** Red, amber or green; ordered from good to bad. */
public enum Rag {
  /** On time. */
  GREEN,
  /** Due soon or a little late. */
  AMBER,
  /** Late. */
  RED;

  /** The worse of two. */
  Rag or(Rag other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
