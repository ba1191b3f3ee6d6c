package uk.carecontracts.providers.matching;

/** Where the matching of a supplier stands. */
public enum MatchStatus {
  /** It is this provider. */
  MATCHED,
  /** A person must decide. */
  REVIEW,
  /** The text names nobody. */
  NOT_A_SUPPLIER
}
