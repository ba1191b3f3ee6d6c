package uk.carecontracts.monitoring.contracts;

import java.util.List;
import java.util.UUID;

/**
 * Fired in the transaction that takes in a placement.
 *
 * @param contracts whose number of people may have changed, in the order of their ids
 */
public record PeopleChanged(List<UUID> contracts) {

  /** Keeps its own copy. */
  public PeopleChanged {
    contracts = List.copyOf(contracts);
  }
}
