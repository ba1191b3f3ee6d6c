package uk.carecontracts.contracts.placements;

/** Where a placement stands. */
public enum PlacementStatus {
  /** Agreed; its last day has not come. */
  ACTIVE,
  /** Its last day has come. */
  ENDED
}
