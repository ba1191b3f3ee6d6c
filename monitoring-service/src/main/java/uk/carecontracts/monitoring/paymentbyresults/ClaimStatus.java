package uk.carecontracts.monitoring.paymentbyresults;

/** Where a claimed result stands. */
public enum ClaimStatus {
  /** Waiting to be verified. */
  CLAIMED,
  /** Verified: it counts. */
  VERIFIED,
  /** Not accepted, with the reason; the provider may dispute that. */
  REJECTED,
  /** The provider disputes the rejection; decided anew. */
  DISPUTED,
  /** Verified once and found not to hold: taken back. */
  REFUTED
}
