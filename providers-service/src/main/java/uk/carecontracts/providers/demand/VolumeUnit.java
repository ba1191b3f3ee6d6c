package uk.carecontracts.providers.demand;

/** What a forecast counts. */
public enum VolumeUnit {
  /** People who use the service at any one time. */
  PEOPLE,
  /** Hours of care in a week. */
  HOURS_PER_WEEK,
  /** Occupied beds at any one time. */
  BEDS
}
