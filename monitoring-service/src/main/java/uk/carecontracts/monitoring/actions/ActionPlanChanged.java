package uk.carecontracts.monitoring.actions;

/**
 * Fired in the transaction that agrees an action plan or changes it.
 *
 * @param plan as it is now
 */
public record ActionPlanChanged(ActionPlan plan) {}
