package uk.carecontracts.contracts.decommissioning;

import uk.carecontracts.contracts.terms.ContractDates;

/**
 * What a plan is held against.
 *
 * @param dates the contract's days and notice
 * @param peoplePlaced how many people have a placement under the contract that has not ended
 */
record PlannedContract(ContractDates dates, int peoplePlaced) {}
