package uk.carecontracts.contracts.agreements;

/** Where an admission stands; only an ADMITTED supplier gets call-offs and placements. */
public enum AdmissionStatus {
  /** Accredited as the lot asks, and not suspended. */
  ADMITTED,
  /** The authority has suspended the supplier from new work. */
  SUSPENDED,
  /** The accreditation the lot asks for is missing or has expired. */
  LAPSED,
  /** The authority took the supplier off the lot. */
  REMOVED
}
