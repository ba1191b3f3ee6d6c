package uk.carecontracts.monitoring.scorecards;

/** What a roll-up does with an indicator that has no value for the period. */
public enum MissingValues {
  /** Leave it out and share its weight among the others. */
  EXCLUDED,
  /** Count it as red: silence must not pay. */
  WORST_CASE,
  /** Use the most recent earlier value; leave it out when there is none. */
  LAST_KNOWN
}
