package uk.carecontracts.contracts.spend;

/** By what a payment line was matched, or why it was not. */
public enum MatchReason {
  /** A keeper said under which contract the supplier is paid. */
  ASSIGNED,
  /** An identifier or the shared provider record is the contract supplier's. */
  IDENTIFIER,
  /** The same, and the category of the line told between several contracts. */
  IDENTIFIER_AND_CATEGORY,
  /** The normalised name is the contract supplier's. */
  NAME,
  /** The same, and the category of the line told between several contracts. */
  NAME_AND_CATEGORY,
  /** Several contracts with the supplier cover the day. */
  SEVERAL_CONTRACTS,
  /** There are contracts with the supplier, but none covers the day. */
  OUTSIDE_CONTRACT_DATES,
  /** There is no contract with the supplier. */
  NO_CONTRACT,
  /** Who was paid is withheld. */
  SUPPLIER_WITHHELD
}
