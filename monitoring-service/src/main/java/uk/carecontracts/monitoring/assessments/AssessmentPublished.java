package uk.carecontracts.monitoring.assessments;

/**
 * Fired in the transaction that publishes an assessment, which counts as a review of its contract.
 *
 * @param assessment as published
 * @param by who published it
 */
public record AssessmentPublished(Assessment assessment, String by) {}
