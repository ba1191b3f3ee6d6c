package uk.carecontracts.monitoring.alerts;

/** What an alert is about. */
public enum AlertKind {
  /** An indicator misses its target by more than the tolerance. */
  BREACH,
  /** An indicator has been moving the wrong way. */
  TREND,
  /** Points fell after price or term of the contract changed. */
  QUALITY_AFTER_CHANGE,
  /** A regulator lowered the rating of a supplier's location. */
  RATING_FALL,
  /** A contract ends soon. */
  EXPIRY,
  /** A return is overdue. */
  MISSING_RETURN,
  /** More visits were missed than may be. */
  MISSED_VISITS,
  /** An action plan was not agreed in time, or its actions were not done. */
  ACTION_PLAN_LATE,
  /** An agreed action is due within a few days and not done yet. */
  ACTION_DUE,
  /** Shortfalls of an assessment were not looked at again by their day. */
  RE_AUDIT_LATE
}
