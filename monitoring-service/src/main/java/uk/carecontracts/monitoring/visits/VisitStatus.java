package uk.carecontracts.monitoring.visits;

/** What became of a planned visit. */
public enum VisitStatus {
  /** A carer came and stayed. */
  DELIVERED,
  /** A carer came and could not help: no answer, in hospital, turned away. */
  FRUSTRATED,
  /** Nobody came. */
  MISSED,
  /** Called off before it was due. */
  CANCELLED
}
