package uk.carecontracts.contracts.variations;

/** Where a variation stands. */
public enum VariationStatus {
  /** Waits for the parties. */
  PROPOSED,
  /** Every party agreed; waits for its day. */
  AGREED,
  /** The contract says it. */
  IN_FORCE,
  /** Taken back before it came into force. */
  WITHDRAWN,
  /** Its day came, and the contract could not take it any more. */
  REFUSED
}
