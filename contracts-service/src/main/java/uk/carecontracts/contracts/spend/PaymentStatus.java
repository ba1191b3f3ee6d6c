package uk.carecontracts.contracts.spend;

/** What became of a payment line. */
public enum PaymentStatus {
  /** It is under one contract. */
  MATCHED,
  /** It may be under several contracts, and nothing tells which. */
  AMBIGUOUS,
  /** No contract with the supplier covers its day. */
  OFF_CONTRACT,
  /** The authority withheld who was paid. */
  REDACTED
}
