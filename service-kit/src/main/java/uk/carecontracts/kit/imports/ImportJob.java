package uk.carecontracts.kit.imports;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its submitter sees it.
 *
 * @param id the job
 * @param format the file's layout
 * @param authority GSS code of the authority it is for
 * @param status where it stands
 * @param dryRun true when nothing is kept
 * @param parameters further parameters it was given
 * @param rows how many rows became what
 * @param bytes size of the file
 * @param sha256 fingerprint of the file
 * @param submittedBy who sent it
 * @param submittedAt when it was acknowledged
 * @param startedAt when work on it began
 * @param finishedAt when it ended
 * @param failure why it failed as a whole, and what to do
 */
public record ImportJob(
    UUID id,
    String format,
    String authority,
    Status status,
    boolean dryRun,
    Map<String, String> parameters,
    Rows rows,
    long bytes,
    String sha256,
    String submittedBy,
    Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String failure) {
  /** Where a job stands. */
  public enum Status {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED
  }

  /** Rows by what became of them; read is the sum of the others. */
  public record Rows(long read, long created, long updated, long unchanged, long rejected) {}

  /** Why a row was rejected. */
  public record RowError(long row, @Nullable String pointer, String message) {}
}
