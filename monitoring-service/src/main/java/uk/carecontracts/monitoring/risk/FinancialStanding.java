package uk.carecontracts.monitoring.risk;

/** An officer's view of a provider's finances. */
public enum FinancialStanding {
  STRONG,
  ADEQUATE,
  WEAK,
  AT_RISK_OF_FAILURE
}
