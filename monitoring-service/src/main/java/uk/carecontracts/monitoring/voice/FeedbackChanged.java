package uk.carecontracts.monitoring.voice;

/**
 * Fired in the transaction that takes in feedback.
 *
 * @param feedback as it is now
 */
public record FeedbackChanged(Feedback feedback) {}
