package uk.carecontracts.kit.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recorded version of an aggregate: who made it, when, from where, what changed.
 *
 * @param eventId the event's identifier
 * @param position place in commit order, absent for the moment before it is given
 * @param aggregateType kind of aggregate
 * @param aggregateId which one
 * @param aggregateVersion the version this made
 * @param type event type
 * @param authority GSS code of its authority
 * @param state full public state at this version
 * @param change what changed and why
 * @param actor who did it
 * @param origin from where
 * @param occurredAt when
 */
public record JournalVersion(
    UUID eventId,
    @Nullable Long position,
    String aggregateType,
    UUID aggregateId,
    long aggregateVersion,
    String type,
    String authority,
    JsonNode state,
    JsonNode change,
    String actor,
    @Nullable String origin,
    Instant occurredAt) {}
