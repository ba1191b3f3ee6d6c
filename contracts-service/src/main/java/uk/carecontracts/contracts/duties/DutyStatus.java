package uk.carecontracts.contracts.duties;

/** How it stands with a duty. */
public enum DutyStatus {
  /** There is time. */
  DUE,
  /** Its day has passed. */
  LATE,
  /** It was done. */
  DONE,
  /** The contract is spared it; the reason says why. */
  NOT_APPLICABLE
}
