package uk.carecontracts.contracts.publication;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A version of a contract that the public may see.
 *
 * @param position its place in commit order
 * @param contractId the contract
 * @param type event that made it
 * @param state the contract at this version
 * @param statusIsNew whether it brought the status it has
 * @param at when
 * @param ocidTaken whether an older entry, in another register, has its open contracting identifier
 */
record PublishedVersion(
    long position,
    UUID contractId,
    String type,
    JsonNode state,
    boolean statusIsNew,
    Instant at,
    boolean ocidTaken) {}
