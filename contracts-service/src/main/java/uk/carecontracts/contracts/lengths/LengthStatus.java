package uk.carecontracts.contracts.lengths;

/** Where an analysis stands. */
public enum LengthStatus {
  /** Factors are weighed. */
  RECORDED,
  /** The length is decided. */
  DECIDED
}
