package uk.carecontracts.monitoring.alerts;

/** How urgent an alert is. */
public enum AlertSeverity {
  WARNING,
  SERIOUS
}
