package uk.carecontracts.contracts.agreements;

/** How a supplier is found for a call-off (DOMAIN.md, S7). */
public enum CallOffRoute {
  /** One admitted supplier, with the reason. */
  DIRECT,
  /** Admitted suppliers bid. */
  MINI_COMPETITION,
  /** The person who uses the service chooses. */
  USER_CHOICE
}
