package uk.carecontracts.kit.journal;

import java.util.UUID;

/**
 * What happened to an aggregate.
 *
 * @param aggregateType kind of aggregate, such as {@code contract}
 * @param aggregateId which one
 * @param aggregateVersion the version this made, from 1 upwards without gaps in meaning
 * @param type event type, such as {@code contract.activated.v1}
 * @param authority GSS code of the authority the aggregate belongs to
 * @param state the aggregate's full public state at this version
 * @param change what changed and why
 */
public record Entry(
    String aggregateType,
    UUID aggregateId,
    long aggregateVersion,
    String type,
    String authority,
    Object state,
    Object change) {}
