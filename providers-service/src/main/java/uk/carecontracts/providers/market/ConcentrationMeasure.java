package uk.carecontracts.providers.market;

/** What shares of a market are measured in. */
public enum ConcentrationMeasure {
  /** Annual value of the caller's active contracts in pounds; frameworks promise none. */
  VALUE,
  /** Registered beds of open care homes. */
  BEDS,
  /** Hours a week of the caller's placements that run on the day. */
  HOURS,
  /** Open care homes. */
  HOMES
}
