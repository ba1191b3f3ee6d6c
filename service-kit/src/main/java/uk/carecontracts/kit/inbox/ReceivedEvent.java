package uk.carecontracts.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * An event of another service, or of our own.
 *
 * @param id the event's identifier
 * @param source the service it comes from
 * @param type event type, such as {@code contract.activated.v1}
 * @param aggregateType kind of aggregate
 * @param aggregateId which one
 * @param aggregateVersion the version it made
 * @param authority GSS code of the aggregate's authority
 * @param time when it occurred
 * @param state full public state of the aggregate at that version
 * @param change what changed and why
 */
public record ReceivedEvent(
    UUID id,
    String source,
    String type,
    String aggregateType,
    UUID aggregateId,
    long aggregateVersion,
    String authority,
    Instant time,
    JsonNode state,
    JsonNode change) {}
