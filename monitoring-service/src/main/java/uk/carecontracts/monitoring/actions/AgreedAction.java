package uk.carecontracts.monitoring.actions;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An action with the plan it belongs to and the contract it is about.
 *
 * @param planId the action plan
 * @param contractId the contract
 * @param contractReference its reference
 * @param providerId the lead supplier's record
 * @param providerName the lead supplier
 * @param assessmentId the assessment it answers
 * @param concernId the concern it answers
 * @param reviewId the contract review at which it was agreed
 * @param action what will be done, by whom and until when
 * @param late whether it is not done although its last day has passed
 */
@Schema(name = "AgreedAction")
public record AgreedAction(
    UUID planId,
    UUID contractId,
    @Nullable String contractReference,
    @Nullable UUID providerId,
    @Nullable String providerName,
    @Nullable UUID assessmentId,
    @Nullable UUID concernId,
    @Nullable UUID reviewId,
    Action action,
    boolean late) {}
