package uk.carecontracts.stack.demo;

/** How a provider's performance goes over two years, in tolerances from the target. */
enum Trend {
  /** Near the target throughout. */
  STEADY(0.3, 0.4, 0.02),
  /** From well below the target to above it. */
  IMPROVING(-2.6, 0.8, 0.02),
  /** From above the target to well below it. */
  FALLING(0.8, -3.0, 0.06),
  /** Below the target throughout. */
  WEAK(-1.6, -1.4, 0.08),
  /** Near the target, but returns are often missing. */
  GAPPY(-0.4, 0.0, 0.3);

  private final double begins;
  private final double ends;
  private final double missing;

  Trend(double begins, double ends, double missing) {
    this.begins = begins;
    this.ends = ends;
    this.missing = missing;
  }

  /**
   * Distance from the target, in tolerances; positive is better.
   *
   * @param progress from 0, two years ago, to 1, today
   */
  double distance(double progress) {
    return begins + (ends - begins) * Math.min(1, Math.max(0, progress));
  }

  /** The share of periods for which no return comes. */
  double missing() {
    return missing;
  }
}
