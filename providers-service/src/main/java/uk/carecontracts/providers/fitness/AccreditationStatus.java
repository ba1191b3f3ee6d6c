package uk.carecontracts.providers.fitness;

/** Where an accreditation stands; whether it has expired follows from its dates. */
public enum AccreditationStatus {
  /** Granted; in force from its first to its last day. */
  GRANTED,
  /** Taken back. */
  WITHDRAWN,
  /** Another one for the same service took its place. */
  REPLACED
}
