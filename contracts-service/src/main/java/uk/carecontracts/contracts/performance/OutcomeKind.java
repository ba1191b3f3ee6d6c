package uk.carecontracts.contracts.performance;

/** What came of a failure (Procurement Act 2023 s.71(3)(b)). */
public enum OutcomeKind {
  /** The contract ended. */
  TERMINATION,
  /** A part of the contract ended. */
  PARTIAL_TERMINATION,
  /** Damages were awarded. */
  DAMAGES,
  /** Authority and supplier settled. */
  SETTLEMENT
}
