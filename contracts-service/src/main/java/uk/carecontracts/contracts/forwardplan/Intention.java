package uk.carecontracts.contracts.forwardplan;

/** What an authority means to do when a contract ends. */
public enum Intention {
  /** Not decided; shown to suppliers as a likely procurement. */
  UNDECIDED(true),
  /** Bought again. */
  RECOMMISSION(true),
  /** Bought again with other authorities. */
  JOIN_OTHERS(true),
  /** Extended under the contract's own option first. */
  EXTEND(true),
  /** Taken into the authority's own service. */
  BRING_IN_HOUSE(false),
  /** Wound down. */
  DECOMMISSION(false);

  private final boolean market;

  Intention(boolean market) {
    this.market = market;
  }

  /** Whether suppliers may expect to be asked. */
  public boolean goesToMarket() {
    return market;
  }
}
