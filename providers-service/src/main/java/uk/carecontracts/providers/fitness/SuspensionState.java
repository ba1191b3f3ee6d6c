package uk.carecontracts.providers.fitness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A suspension as the API and its events show it.
 *
 * @param id the suspension
 * @param authority GSS code of the suspending authority
 * @param providerId the provider
 * @param serviceType code of the service; absent: every service
 * @param reason why
 * @param startsOn first day
 * @param endsOn last day; the day after, it lifts itself
 * @param replyBy last day for the provider's reply
 * @param reply what the provider replied
 * @param repliedAt when
 * @param status IN_FORCE, LIFTED or ENDED
 * @param liftedOn first day without it
 * @param liftReason why it was lifted
 * @param version number of the suspension's version
 */
@Schema(name = "Suspension")
public record SuspensionState(
    UUID id,
    String authority,
    UUID providerId,
    @Nullable String serviceType,
    String reason,
    LocalDate startsOn,
    LocalDate endsOn,
    LocalDate replyBy,
    @Nullable String reply,
    @Nullable Instant repliedAt,
    SuspensionStatus status,
    @Nullable LocalDate liftedOn,
    @Nullable String liftReason,
    long version) {}
