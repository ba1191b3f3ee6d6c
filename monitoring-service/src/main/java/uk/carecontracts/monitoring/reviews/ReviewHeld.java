package uk.carecontracts.monitoring.reviews;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Fired in the transaction that records a review.
 *
 * @param contractId the contract
 * @param authority GSS code
 * @param on the day
 * @param summary what came of it
 * @param by who recorded it
 */
public record ReviewHeld(
    UUID contractId, String authority, LocalDate on, String summary, String by) {}
