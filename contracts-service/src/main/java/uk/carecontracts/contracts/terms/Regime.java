package uk.carecontracts.contracts.terms;

/** The body of rules a contract is bought under (DOMAIN.md, glossary). */
public enum Regime {
  /** The Procurement Act 2023 in full. */
  FULL_ACT,
  /** The Act's light touch for services to people. */
  LIGHT_TOUCH,
  /** The Provider Selection Regime of health services. */
  PROVIDER_SELECTION,
  /** Below the Act's thresholds. */
  BELOW_THRESHOLD,
  /** A grant, not a purchase. */
  GRANT,
  /** Provided by the authority itself. */
  IN_HOUSE
}
