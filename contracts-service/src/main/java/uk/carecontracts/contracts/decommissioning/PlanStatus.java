package uk.carecontracts.contracts.decommissioning;

/** Where a plan stands. */
public enum PlanStatus {
  /** It is worked on. */
  PREPARED,
  /** The contract was decommissioned by it. */
  CARRIED_OUT
}
