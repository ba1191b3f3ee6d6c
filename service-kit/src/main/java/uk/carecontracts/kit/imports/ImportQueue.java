package uk.carecontracts.kit.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.journal.KitEvents;
import uk.carecontracts.kit.json.StoredJson;

/**
 * Who works on which job. A claim is a lease that every batch renews in its own transaction: an
 * instance that died loses it, and one that was merely slow finds out before it writes twice.
 */
@ApplicationScoped
class ImportQueue {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final int LEASE_SECONDS = 30;
  private static final String CLAIM =
      """
      update import_job set status = 'RUNNING', claimed_by = ?, attempts = attempts + 1,
        lease_until = now() + ? * interval '1 second', started_at = coalesce(started_at, now())
      where id = (select id from import_job
        where status = 'QUEUED' or (status = 'RUNNING' and lease_until < now())
        order by submitted_at limit 1 for update skip locked)
      returning *""";
  private static final String PROGRESS =
      """
      update import_job set rows_read = rows_read + ?, rows_created = rows_created + ?,
        rows_updated = rows_updated + ?, rows_unchanged = rows_unchanged + ?,
        rows_rejected = rows_rejected + ?, lease_until = now() + ? * interval '1 second'
      where id = ? and claimed_by = ? and status = 'RUNNING'""";

  private final DataSource database;
  private final StoredJson json;
  private final KitEvents config;

  ImportQueue(DataSource database, StoredJson json, KitEvents config) {
    this.database = database;
    this.json = json;
    this.config = config;
  }

  /** After a restart under the same name: what this instance had claimed may be claimed at once. */
  void reclaim() {
    update(
        "update import_job set lease_until = now() - interval '1 second'"
            + " where status = 'RUNNING' and claimed_by = ?",
        config.instance());
  }

  /** Claims the oldest waiting job, or gives null. */
  @Nullable ImportWork claim() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = database.getConnection();
                  PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setString(1, config.instance());
                claim.setInt(2, LEASE_SECONDS);
                try (ResultSet row = claim.executeQuery()) {
                  return row.next() ? read(row) : null;
                }
              }
            });
  }

  private ImportWork read(ResultSet row) throws SQLException {
    return new ImportWork(
        row.getObject("id", UUID.class),
        row.getString("collection"),
        row.getString("format"),
        row.getString("authority"),
        row.getString("submitted_by"),
        row.getBoolean("dry_run"),
        json.read(row.getString("parameters"), TEXTS),
        row.getBoolean("dry_run") ? 0 : row.getLong("rows_read"),
        row.getInt("attempts"));
  }

  /** A dry run starts from nothing each time, because it left nothing behind. */
  void restart(ImportWork work) {
    update(
        "update import_job set rows_read = 0, rows_created = 0, rows_updated = 0,"
            + " rows_unchanged = 0, rows_rejected = 0 where id = ?",
        work.id());
    update("delete from import_error where job_id = ?", work.id());
  }

  /** Counts a batch in the running transaction; an error when the lease was lost. */
  void progress(ImportWork work, ImportWork.Tally tally) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(PROGRESS);
        PreparedStatement error =
            connection.prepareStatement(
                "insert into import_error (job_id, row_number, pointer, message)"
                    + " values (?, ?, ?, ?)")) {
      update.setLong(1, tally.read());
      update.setLong(2, tally.created);
      update.setLong(3, tally.updated);
      update.setLong(4, tally.unchanged);
      update.setLong(5, tally.rejected.size());
      update.setInt(6, LEASE_SECONDS);
      update.setObject(7, work.id());
      update.setString(8, config.instance());
      if (update.executeUpdate() != 1) {
        throw new LeaseLostException();
      }
      for (ImportJob.RowError rejected : tally.rejected) {
        error.setObject(1, work.id());
        error.setLong(2, rejected.row());
        error.setString(3, rejected.pointer());
        error.setString(4, rejected.message());
        error.addBatch();
      }
      error.executeBatch();
    }
  }

  /** Ends a job and forgets its file. */
  void finish(ImportWork work, ImportJob.Status status, @Nullable String failure) {
    update(
        "update import_job set status = ?, failure = ?, finished_at = now(), lease_until = null"
            + " where id = ?",
        status.name(),
        failure,
        work.id());
    update("delete from import_chunk where job_id = ?", work.id());
  }

  /** Gives a job back, to be tried again after a pause. */
  void release(ImportWork work) {
    update(
        "update import_job set lease_until = now() + interval '5 seconds' where id = ?", work.id());
  }

  /** The file as it was sent, chunk by chunk. */
  InputStream file(UUID jobId) {
    return new ChunkStream(database, jobId);
  }

  private void update(String sql, @Nullable Object... parameters) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              try (Connection connection = database.getConnection();
                  PreparedStatement update = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                  update.setObject(i + 1, parameters[i]);
                }
                update.executeUpdate();
              } catch (SQLException e) {
                throw new ImportStoreException("The job could not be updated", e);
              }
            });
  }

  /** Another instance took the job over. */
  static final class LeaseLostException extends RuntimeException {
    LeaseLostException() {
      super("The lease on this import was lost to another instance");
    }
  }
}
