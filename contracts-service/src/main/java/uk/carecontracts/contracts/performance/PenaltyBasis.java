package uk.carecontracts.contracts.performance;

/** On which basis money is paid for a failure; the words of the UK extension of OCDS. */
public enum PenaltyBasis {
  /** The contract provides for it. */
  CONTRACTED,
  /** A court or tribunal decided it. */
  IMPOSED,
  /** The parties agreed on it. */
  NEGOTIATED
}
