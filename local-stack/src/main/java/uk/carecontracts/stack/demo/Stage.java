package uk.carecontracts.stack.demo;

/** Where a demo contract stands, and so which steps of its life the loader drives. */
enum Stage {
  /** Only entered. */
  DRAFT,
  /** Its opportunity is published. */
  TENDER,
  /** A supplier is chosen, the service has not begun. */
  AWARDED,
  /** In force. */
  ACTIVE,
  /** Was in force; contracts-service closes it because its last day has passed. */
  EXPIRED,
  /** Ended before its time. */
  TERMINATED,
  /** Wound down by a plan. */
  DECOMMISSIONED,
  /** Given up during its tender. */
  CANCELLED;

  /** Whether the contract got as far as a supplier. */
  boolean awarded() {
    return this != DRAFT && this != TENDER && this != CANCELLED;
  }

  /** Whether its service began. */
  boolean begun() {
    return awarded() && this != AWARDED;
  }
}
