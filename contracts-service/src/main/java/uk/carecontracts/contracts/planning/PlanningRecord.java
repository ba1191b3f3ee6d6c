package uk.carecontracts.contracts.planning;

import java.util.UUID;

/** A record of planning: its full public state, replaced by a newer version at each change. */
public interface PlanningRecord {
  /** Identity. */
  UUID id();

  /** GSS code of the authority whose it is. */
  String authority();

  /** Raised by one with every change, from 1; also its entity tag. */
  long version();
}
