package uk.carecontracts.providers.locations;

/** Whether a registration is in force. */
public enum LocationStatus {
  /** Registered. */
  OPEN,
  /** No longer registered. */
  CLOSED
}
