package uk.carecontracts.monitoring.visits;

/**
 * Fired in the transaction that announces what was delivered under a contract in a month.
 *
 * @param state as it is now
 */
public record ActivityRecorded(ActivityState state) {}
