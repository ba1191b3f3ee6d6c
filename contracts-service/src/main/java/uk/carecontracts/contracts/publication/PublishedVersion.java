package uk.carecontracts.contracts.publication;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a contract, or of something published with it, that the public may see.
 *
 * @param position its place in commit order
 * @param contractId the contract
 * @param type event that made it
 * @param kind aggregate: the contract itself, its payments, what it is measured by, what is kept
 *     back of it
 * @param state the aggregate at this version
 * @param previous the version published before, where there is one
 * @param reason why it changed, where that was said
 * @param statusIsNew whether it brought the status it has
 * @param at when
 * @param ocidTaken whether an older entry, in another register, has its open contracting identifier
 */
record PublishedVersion(
    long position,
    UUID contractId,
    String kind,
    String type,
    JsonNode state,
    @Nullable JsonNode previous,
    @Nullable String reason,
    boolean statusIsNew,
    Instant at,
    boolean ocidTaken) {
  /** Whether it is about what is kept back, and so about everything published before. */
  boolean isExemption() {
    return ExemptionDesk.AGGREGATE.equals(kind);
  }
}
