package uk.carecontracts.contracts.terms;

/** What a supplier is in a contract. */
public enum PartyRole {
  /** Answers for the contract. */
  LEAD_SUPPLIER,
  /** Shares risk and reward by agreed shares. */
  ALLIANCE_PARTNER,
  /** Works for a supplier. */
  SUBCONTRACTOR
}
