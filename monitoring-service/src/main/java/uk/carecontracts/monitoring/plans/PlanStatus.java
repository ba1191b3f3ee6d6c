package uk.carecontracts.monitoring.plans;

/** Whether a plan still asks for anything. */
public enum PlanStatus {
  /** The contract runs. */
  OPEN,
  /** The contract ended; what is missing may still be handed in. */
  CLOSED
}
