package uk.carecontracts.monitoring.contracts;

/**
 * Fired in the transaction that takes in a newer version of a contract.
 *
 * @param contract the contract as it is now
 */
public record ContractChanged(KnownContract contract) {}
