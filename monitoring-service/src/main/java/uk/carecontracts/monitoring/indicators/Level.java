package uk.carecontracts.monitoring.indicators;

/** Whose result an indicator shows. */
public enum Level {
  /** One person's, under a pseudonym. */
  INDIVIDUAL,
  /** A service's. */
  SERVICE,
  /** A population's. */
  POPULATION
}
