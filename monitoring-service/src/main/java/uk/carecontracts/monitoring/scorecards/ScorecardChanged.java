package uk.carecontracts.monitoring.scorecards;

import java.util.UUID;

/**
 * Fired in the transaction that changes how a contract stands.
 *
 * @param contractId the contract
 */
public record ScorecardChanged(UUID contractId) {}
