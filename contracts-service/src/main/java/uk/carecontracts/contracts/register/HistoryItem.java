package uk.carecontracts.contracts.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.journal.JournalVersion;

/**
 * One version of a contract in its history.
 *
 * @param version the version made
 * @param type what happened, as the event's type
 * @param at when
 * @param actor who did it
 * @param origin from where
 * @param change what changed and why
 */
public record HistoryItem(
    long version, String type, Instant at, String actor, @Nullable String origin, JsonNode change) {
  /** A version as its history shows it. */
  public static HistoryItem of(JournalVersion entry) {
    return new HistoryItem(
        entry.aggregateVersion(),
        entry.type(),
        entry.occurredAt(),
        entry.actor(),
        entry.origin(),
        entry.change());
  }
}
