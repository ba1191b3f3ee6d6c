package uk.carecontracts.contracts.forwardplan;

/**
 * A contract, a decision about it, and what was said of it so far.
 *
 * @param contract what planning needs to know of the contract
 * @param decision the decision that is due
 * @param record what was decided and done
 */
public record ContractDecision(PlannedContract contract, Decision decision, PlanRecord record) {}
