package uk.carecontracts.monitoring.concerns;

/**
 * Fired in the transaction that changes a concern.
 *
 * @param concern as it is now
 */
public record ConcernChanged(Concern concern) {}
