package uk.carecontracts.contracts.awards;

/** Where the decision stands. */
public enum AwardStatus {
  /** It is worked on. */
  PREPARED,
  /** It was taken; nothing changes any more. */
  DECIDED
}
