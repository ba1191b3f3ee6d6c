package uk.carecontracts.monitoring.scorecards;

/** Red, amber, green, or grey where nothing is known. */
public enum Rag {
  /** Meets what was agreed. */
  GREEN(100),
  /** Misses it by no more than the tolerance. */
  AMBER(50),
  /** Misses it by more than the tolerance. */
  RED(0),
  /** Not known. */
  GREY(0);

  private final int points;

  Rag(int points) {
    this.points = points;
  }

  /** What the colour counts for in a roll-up: green 100, amber 50, red 0; grey does not count. */
  public int points() {
    return points;
  }
}
