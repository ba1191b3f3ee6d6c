package uk.carecontracts.monitoring.paymentbyresults;

/** How an outcome earns its share of the money at risk. */
public enum PaymentMethod {
  /** In proportion to the way travelled from baseline to target. */
  LINEAR,
  /** All of it once the target is reached, none before. */
  THRESHOLD
}
