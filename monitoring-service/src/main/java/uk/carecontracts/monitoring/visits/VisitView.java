package uk.carecontracts.monitoring.visits;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it is held.
 *
 * @param visitId the sending system's id
 * @param contractId the contract
 * @param providerId who made it
 * @param area where
 * @param person pseudonymous reference
 * @param carers pseudonymous references
 * @param plannedStart when it was to begin
 * @param plannedMinutes minutes agreed
 * @param actualStart when it began
 * @param actualEnd when it ended
 * @param status what became of it
 * @param preferenceMet whether at the time of day the person prefers
 * @param onTime begun within the tolerance that held
 * @param shortVisit lasted less than the agreed share
 * @param minutesDelivered whole minutes it lasted
 * @param recordedAt when this state was recorded
 */
@Schema(name = "Visit")
public record VisitView(
    String visitId,
    UUID contractId,
    @Nullable UUID providerId,
    String area,
    String person,
    List<String> carers,
    Instant plannedStart,
    int plannedMinutes,
    @Nullable Instant actualStart,
    @Nullable Instant actualEnd,
    VisitStatus status,
    @Nullable Boolean preferenceMet,
    boolean onTime,
    boolean shortVisit,
    int minutesDelivered,
    Instant recordedAt) {}
