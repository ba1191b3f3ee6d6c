package uk.carecontracts.contracts.terms;

import java.util.EnumSet;
import java.util.Set;

/** Where a contract stands in its life (DOMAIN.md, S6). */
public enum ContractStatus {
  /** Being written; never public. */
  DRAFT,
  /** The opportunity is published. */
  PUBLISHED_TENDER,
  /** A supplier is chosen. */
  AWARDED,
  /** The service runs. */
  ACTIVE,
  /** Its last day has passed. */
  EXPIRED,
  /** Ended before its time. */
  TERMINATED,
  /** The service was wound down by plan. */
  DECOMMISSIONED,
  /** Given up before it became active. */
  CANCELLED;

  private static final Set<ContractStatus> ENDED =
      EnumSet.of(EXPIRED, TERMINATED, DECOMMISSIONED, CANCELLED);

  /** Whether it came as far as an award, or was given up. */
  public boolean isAwarded() {
    return compareTo(AWARDED) >= 0;
  }

  /** Nothing more happens to an ended contract. */
  public boolean isEnded() {
    return ENDED.contains(this);
  }
}
