package uk.carecontracts.monitoring.returns;

/**
 * Fired in the transaction that changes a return.
 *
 * @param state the return as it is now
 */
public record ReturnChanged(ReturnState state) {}
