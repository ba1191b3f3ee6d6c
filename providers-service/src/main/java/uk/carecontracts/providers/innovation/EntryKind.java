package uk.carecontracts.providers.innovation;

/** Why a fund moved. */
public enum EntryKind {
  /** Money came in. */
  CONTRIBUTION,
  /** Money was set aside for a proposal. */
  AWARD,
  /** What a proposal did not need came back. */
  UNSPENT,
  /** A proposal paid back out of what it saved. */
  REPAYMENT
}
