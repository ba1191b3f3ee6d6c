package uk.carecontracts.monitoring.plans;

/**
 * Fired in the transaction that changes a plan.
 *
 * @param plan the plan as it is now
 */
public record PlanChanged(PlanState plan) {}
