package uk.carecontracts.monitoring.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A return in a list.
 *
 * @param id the return
 * @param planId the plan it answers
 * @param contractId the contract
 * @param contractReference its reference
 * @param providerId the lead supplier's record
 * @param providerName the lead supplier
 * @param periodStart first day reported on
 * @param periodEnd last day reported on
 * @param dueOn last day to hand it in
 * @param status where it stands
 * @param submittedAt when it was last handed in
 * @param late whether it came, or is still missing, after the due day
 * @param flagged whether something in it should be looked at
 * @param version raised by every change
 */
@Schema(name = "ReturnSummary")
public record ReturnSummary(
    UUID id,
    UUID planId,
    UUID contractId,
    String contractReference,
    @Nullable UUID providerId,
    @Nullable String providerName,
    LocalDate periodStart,
    LocalDate periodEnd,
    LocalDate dueOn,
    ReturnStatus status,
    @Nullable Instant submittedAt,
    boolean late,
    boolean flagged,
    long version) {}
