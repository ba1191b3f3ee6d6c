package uk.carecontracts.contracts.agreements;

/** Where a call-off stands. */
public enum CallOffStatus {
  /** Suppliers were invited and bid. */
  OPEN,
  /** A contract was made. */
  AWARDED,
  /** Given up before a contract was made. */
  CANCELLED
}
