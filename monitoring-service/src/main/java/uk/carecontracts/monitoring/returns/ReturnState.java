package uk.carecontracts.monitoring.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The public state of a return: what the API shows and every event carries.
 *
 * @param id the return
 * @param authority GSS code
 * @param planId the plan it answers
 * @param contractId the contract
 * @param providerId the lead supplier's record
 * @param periodStart first day reported on
 * @param periodEnd last day reported on
 * @param status DRAFT, SUBMITTED, SENT_BACK or APPROVED
 * @param observations what was measured
 * @param minutesSpent minutes it took to collect
 * @param submittedAt when it was last handed in
 * @param submittedBy by whom
 * @param decidedAt when it was last sent back or approved
 * @param decidedBy by whom
 * @param reasons why it was sent back
 * @param flags what the officer should look at
 * @param exceptions corrections made after it was locked
 * @param version raised by every change
 */
@Schema(name = "Return")
public record ReturnState(
    UUID id,
    String authority,
    UUID planId,
    UUID contractId,
    @Nullable UUID providerId,
    LocalDate periodStart,
    LocalDate periodEnd,
    ReturnStatus status,
    List<Reading> observations,
    @Nullable Integer minutesSpent,
    @Nullable Instant submittedAt,
    @Nullable String submittedBy,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    List<String> reasons,
    List<ReturnFlag> flags,
    List<LockException> exceptions,
    long version) {}
