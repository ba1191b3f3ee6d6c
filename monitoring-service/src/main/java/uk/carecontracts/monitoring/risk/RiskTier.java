package uk.carecontracts.monitoring.risk;

import java.math.BigDecimal;

/**
 * How closely a contract is watched; each tier says how many months lie between two looks at it.
 */
public enum RiskTier {
  /** Below 25 points: once a year. */
  LOW(12, 0),
  /** From 25 points: twice a year. */
  MEDIUM(6, 25),
  /** From 50 points: every quarter. */
  HIGH(3, 50),
  /** From 75 points: every month. */
  ENHANCED(1, 75);

  private final int frequencyMonths;
  private final BigDecimal fromScore;

  RiskTier(int frequencyMonths, int fromScore) {
    this.frequencyMonths = frequencyMonths;
    this.fromScore = BigDecimal.valueOf(fromScore);
  }

  /** Months between two reviews. */
  public int frequencyMonths() {
    return frequencyMonths;
  }

  /** The tier a score falls into. */
  public static RiskTier ofScore(BigDecimal score) {
    RiskTier tier = LOW;
    for (RiskTier candidate : values()) {
      if (score.compareTo(candidate.fromScore) >= 0) {
        tier = candidate;
      }
    }
    return tier;
  }

  /** The higher of two tiers. */
  public RiskTier atLeast(RiskTier floor) {
    return compareTo(floor) >= 0 ? this : floor;
  }
}
