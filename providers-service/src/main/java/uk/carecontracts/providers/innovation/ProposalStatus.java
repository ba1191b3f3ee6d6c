package uk.carecontracts.providers.innovation;

/** Where a proposal stands. */
public enum ProposalStatus {
  /** Handed in. */
  SUBMITTED,
  /** Worth a business case. */
  TAKEN_FORWARD,
  /** Not pursued, for a reason. */
  DECLINED,
  /** Taken back by who handed it in. */
  WITHDRAWN,
  /** Its business case is made. */
  CASE_MADE,
  /** Its business case is approved, and what it needs is set aside. */
  APPROVED,
  /** It is being tried. */
  PILOT,
  /** Its pilot has a result. */
  CONCLUDED
}
