package uk.carecontracts.kit.imports;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job this instance has claimed.
 *
 * @param rowsDone rows a run before this one finished, to be skipped
 * @param attempt how often it has been claimed, this time included
 */
record ImportWork(
    UUID id,
    String collection,
    String format,
    String authority,
    String submittedBy,
    boolean dryRun,
    Map<String, String> parameters,
    long rowsDone,
    int attempt) {
  ImportContext context() {
    return new ImportContext(id, authority, dryRun, parameters);
  }

  /** How many rows became what, and which were rejected. */
  static final class Tally {
    long created;
    long updated;
    long unchanged;
    final java.util.List<ImportJob.RowError> rejected = new java.util.ArrayList<>();

    void add(long row, RowOutcome outcome) {
      if (outcome instanceof RowOutcome.Rejected no) {
        reject(row, no.pointer(), no.message());
      } else if (outcome.equals(RowOutcome.CREATED)) {
        created++;
      } else if (outcome.equals(RowOutcome.UPDATED)) {
        updated++;
      } else {
        unchanged++;
      }
    }

    void reject(long row, @Nullable String pointer, String message) {
      rejected.add(new ImportJob.RowError(row, pointer, message));
    }

    long read() {
      return created + updated + unchanged + rejected.size();
    }
  }
}
