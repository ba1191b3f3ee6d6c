package uk.carecontracts.contracts.performance;

/** Whether a failure stands. */
public enum FailureStatus {
  /** It stands. */
  RECORDED,
  /** It was recorded wrongly. */
  WITHDRAWN
}
