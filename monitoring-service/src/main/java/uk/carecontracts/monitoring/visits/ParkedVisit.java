package uk.carecontracts.monitoring.visits;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A visit that waits for its contract or provider.
 *
 * @param visitId the sending system's id
 * @param contractReference the contract it names
 * @param providerId the provider it names
 * @param plannedStart when it was to begin
 * @param reason what is not known
 * @param parkedAt since when it waits
 */
@Schema(name = "ParkedVisit")
public record ParkedVisit(
    String visitId,
    String contractReference,
    @Nullable UUID providerId,
    Instant plannedStart,
    ParkReason reason,
    Instant parkedAt) {}
