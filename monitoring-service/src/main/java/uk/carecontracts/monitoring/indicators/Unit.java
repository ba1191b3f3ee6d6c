package uk.carecontracts.monitoring.indicators;

import java.math.BigDecimal;

/** What an indicator is measured in. */
public enum Unit {
  /** Of each hundred. */
  PERCENT(100),
  /** Of each hundred thousand of the population. */
  PER_100_000(100_000),
  /** A number of things or people. */
  COUNT(1),
  /** A score on a scale, or a ratio. */
  SCORE(1),
  /** Days. */
  DAYS(1),
  /** Minutes. */
  MINUTES(1);

  private final BigDecimal factor;

  Unit(int factor) {
    this.factor = BigDecimal.valueOf(factor);
  }

  /** What numerator ÷ denominator is multiplied by. */
  public BigDecimal factor() {
    return factor;
  }
}
