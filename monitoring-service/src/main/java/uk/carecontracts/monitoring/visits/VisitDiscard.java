package uk.carecontracts.monitoring.visits;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Parked visits that were thrown away, because they will never find their contract.
 *
 * @param id the discard
 * @param authority GSS code
 * @param visitIds the sending system's ids of what was discarded
 * @param contractReferences the contracts those visits named
 * @param reason why
 * @param discardedBy who
 * @param discardedAt when
 * @param version always 1: what is gone does not change
 */
@Schema(name = "VisitDiscard")
public record VisitDiscard(
    UUID id,
    String authority,
    List<String> visitIds,
    List<String> contractReferences,
    String reason,
    String discardedBy,
    Instant discardedAt,
    long version) {}
