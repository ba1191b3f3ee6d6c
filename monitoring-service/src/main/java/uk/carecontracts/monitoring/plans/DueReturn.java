package uk.carecontracts.monitoring.plans;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A return that is expected and not yet submitted.
 *
 * @param planId the plan
 * @param contractId the contract
 * @param contractReference its reference
 * @param providerId who is to send it
 * @param providerName its name
 * @param periodStart first day of the period
 * @param periodEnd last day of the period
 * @param dueOn last day to hand it in
 * @param overdue whether that day has passed
 * @param overdueSince day on which it was marked as overdue
 * @param returnId the draft, if one was begun
 * @param returnStatus DRAFT or SENT_BACK, if one was begun
 */
@Schema(name = "DueReturn")
public record DueReturn(
    UUID planId,
    UUID contractId,
    String contractReference,
    @Nullable UUID providerId,
    @Nullable String providerName,
    LocalDate periodStart,
    LocalDate periodEnd,
    LocalDate dueOn,
    boolean overdue,
    @Nullable LocalDate overdueSince,
    @Nullable UUID returnId,
    @Nullable String returnStatus) {}
