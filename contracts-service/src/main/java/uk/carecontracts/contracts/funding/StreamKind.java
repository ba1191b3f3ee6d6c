package uk.carecontracts.contracts.funding;

/** Where money comes from (DOMAIN.md, S19). */
public enum StreamKind {
  /** The council's own budget. */
  COUNCIL,
  /** The integrated care board's budget. */
  ICB,
  /** A pooled fund under section 75 of the National Health Service Act 2006. */
  POOLED_S75,
  /** A transfer to the health service under section 76. */
  S76_TRANSFER,
  /** A transfer from the health service under section 256. */
  S256_TRANSFER,
  /** The Better Care Fund. */
  BETTER_CARE_FUND,
  /** A grant given for a purpose. */
  GRANT,
  /** Something else, named. */
  OTHER
}
