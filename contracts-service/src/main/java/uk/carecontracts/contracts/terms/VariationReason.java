package uk.carecontracts.contracts.terms;

/** Why a contract may be varied (DOMAIN.md, S6). */
public enum VariationReason {
  /** National or local policy changed. */
  POLICY_CHANGE,
  /** What is needed changed. */
  REQUIREMENT_CHANGE,
  /** What people using the service expect changed. */
  USER_EXPECTATION,
  /** The price, such as an inflation uplift. */
  PRICE,
  /** How much is bought. */
  VOLUME,
  /** How long it runs. */
  TERM,
  /** Another supplier takes the contract over. */
  SUPPLIER_NOVATION,
  /** Something else, described. */
  OTHER
}
