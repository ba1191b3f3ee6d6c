package uk.carecontracts.contracts.performance;

/** Which failure of a supplier it is (Procurement Act 2023 s.71(3) and (4)). */
public enum FailureKind {
  /** The contract was breached, and the breach had an outcome. */
  BREACH,
  /** The supplier did not satisfy, could improve, and did not. */
  NOT_IMPROVED
}
