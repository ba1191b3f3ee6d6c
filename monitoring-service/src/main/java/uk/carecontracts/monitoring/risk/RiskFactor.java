package uk.carecontracts.monitoring.risk;

/** What makes a contract need watching. */
public enum RiskFactor {
  /** The regulator's rating of the provider's locations. */
  REGULATOR_RATING,
  /** Open concerns about quality or safeguarding. */
  CONCERNS,
  /** How the contract's indicators stand. */
  INDICATOR_PERFORMANCE,
  /** Months since the contract was last reviewed. */
  TIME_SINCE_REVIEW,
  /** Money and people that depend on the contract. */
  VALUE_AND_PEOPLE,
  /** How much of the authority's contracted value rests on this provider. */
  PROVIDER_DEPENDENCY,
  /** The provider's financial standing. */
  FINANCIAL_STANDING,
  /** How complete and timely the returns are. */
  DATA_QUALITY
}
