package uk.carecontracts.monitoring.indicators;

/** How often an indicator is asked. */
public enum Frequency {
  /** At the pace of the plan, which follows the risk tier of the contract. */
  BY_TIER(0),
  MONTHLY(1),
  QUARTERLY(3),
  HALF_YEARLY(6),
  YEARLY(12);

  private final int months;

  Frequency(int months) {
    this.months = months;
  }

  /** Whether the indicator keeps this pace whatever the risk of the contract. */
  public boolean own() {
    return this != BY_TIER;
  }

  /** Months from one answer to the next; 0 where the plan decides. */
  public int months() {
    return months;
  }
}
