package uk.carecontracts.monitoring.returns;

/** Where a return stands. */
public enum ReturnStatus {
  /** Being filled in. */
  DRAFT,
  /** Handed in, waiting for the officer. */
  SUBMITTED,
  /** Sent back with reasons, to be corrected. */
  SENT_BACK,
  /** Accepted and locked. */
  APPROVED
}
