package uk.carecontracts.monitoring.alerts;

/** Where an alert stands. */
public enum AlertStatus {
  /** Nobody has said yet that they have seen it. */
  OPEN,
  /** An officer has seen it and deals with it. */
  ACKNOWLEDGED,
  /** Its cause has been gone for a while. */
  RESOLVED
}
