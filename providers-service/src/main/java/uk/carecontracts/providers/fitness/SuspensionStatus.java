package uk.carecontracts.providers.fitness;

/** Where a suspension stands. */
public enum SuspensionStatus {
  /** No new work, from its first to its last day. */
  IN_FORCE,
  /** Lifted by a person before its last day. */
  LIFTED,
  /** Lifted itself after its last day. */
  ENDED
}
