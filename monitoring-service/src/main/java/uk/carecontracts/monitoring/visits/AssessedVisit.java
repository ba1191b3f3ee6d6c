package uk.carecontracts.monitoring.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit matched to its contract and judged by the terms that held.
 *
 * @param number its place in the batch, from 0
 * @param key identifies it over all months
 * @param authority GSS code
 * @param report as it was sent
 * @param contractId the contract
 * @param month first day of the month it lies in, in London
 * @param providerId who made it
 * @param area where
 * @param onTime begun within the tolerance
 * @param shortened lasted less than the agreed share
 * @param recordedAt when this state was recorded
 */
record AssessedVisit(
    int number,
    UUID key,
    String authority,
    VisitReport report,
    UUID contractId,
    LocalDate month,
    @Nullable UUID providerId,
    String area,
    boolean onTime,
    boolean shortened,
    Instant recordedAt) {}
