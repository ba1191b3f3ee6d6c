package uk.carecontracts.kit.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.ProblemKind;

/** Import jobs and their files in the service's own database: what is acknowledged is durable. */
@ApplicationScoped
class ImportStore {
  static final int CHUNK = 1 << 20;
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final DataSource database;
  private final StoredJson json;
  private final Clock clock;

  ImportStore(DataSource database, StoredJson json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /** Stores file and job in the running transaction, or gives the job this key already has. */
  ImportJob accept(
      ImportSubmission submission,
      String format,
      String authority,
      String actor,
      @Nullable String key,
      InputStream file) {
    try (Connection connection = database.getConnection()) {
      ImportJob before = key == null ? null : sameKey(connection, submission, authority, key);
      if (before != null) {
        requireSame(before, fingerprint(file), submission);
        return before;
      }
      UUID id = Ids.next();
      insertJob(connection, id, submission, format, authority, actor);
      Stored stored = storeFile(connection, id, file);
      if (stored.bytes() == 0) {
        throw ProblemException.badRequest("body", "The file is empty; send it as the body.");
      }
      complete(connection, id, stored, key);
      ImportJob job = find(connection, submission.collection(), id);
      if (job == null) {
        throw new IllegalStateException("The job just stored is not there");
      }
      return job;
    } catch (SQLException | IOException e) {
      throw new ImportStoreException("The file could not be stored", e);
    }
  }

  private static String fingerprint(InputStream file) throws IOException {
    try (DigestInputStream digesting = new DigestInputStream(file, sha256())) {
      digesting.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    }
  }

  private record Stored(long bytes, String sha256) {}

  private void insertJob(
      Connection connection,
      UUID id,
      ImportSubmission submission,
      String format,
      String authority,
      String actor)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into import_job (id, collection, format, authority, dry_run, parameters,"
                + " status, bytes, sha256, submitted_by, submitted_at)"
                + " values (?, ?, ?, ?, ?, ?::jsonb, 'QUEUED', 0, '', ?, ?)")) {
      insert.setObject(1, id);
      insert.setString(2, submission.collection());
      insert.setString(3, format);
      insert.setString(4, authority);
      insert.setBoolean(5, submission.dryRun());
      insert.setString(6, json.write(submission.parameters()));
      insert.setString(7, actor);
      insert.setTimestamp(8, Timestamp.from(clock.instant()));
      insert.executeUpdate();
    }
  }

  private static Stored storeFile(Connection connection, UUID id, InputStream file)
      throws SQLException, IOException {
    MessageDigest digest = sha256();
    long bytes = 0;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into import_chunk (job_id, no, bytes) values (?,?,?)")) {
      byte[] buffer = new byte[CHUNK];
      int no = 0;
      int read = file.readNBytes(buffer, 0, CHUNK);
      while (read > 0) {
        digest.update(buffer, 0, read);
        insert.setObject(1, id);
        insert.setInt(2, no++);
        insert.setBytes(3, read == CHUNK ? buffer : Arrays.copyOf(buffer, read));
        insert.executeUpdate();
        bytes += read;
        read = file.readNBytes(buffer, 0, CHUNK);
      }
    }
    return new Stored(bytes, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private @Nullable ImportJob sameKey(
      Connection connection, ImportSubmission submission, String authority, String key)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select * from import_job"
                + " where authority = ? and collection = ? and idempotency_key = ?")) {
      select.setString(1, authority);
      select.setString(2, submission.collection());
      select.setString(3, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? read(row) : null;
      }
    }
  }

  private static void requireSame(ImportJob before, String sha256, ImportSubmission submission) {
    if (!before.sha256().equals(sha256) || before.dryRun() != submission.dryRun()) {
      throw ProblemException.of(
          ProblemKind.IDEMPOTENCY_KEY_REUSED, "Use a new key for another file or a real run.");
    }
  }

  private static void complete(Connection connection, UUID id, Stored stored, @Nullable String key)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update import_job set bytes = ?, sha256 = ?, idempotency_key = ? where id = ?")) {
      update.setLong(1, stored.bytes());
      update.setString(2, stored.sha256());
      update.setString(3, key);
      update.setObject(4, id);
      update.executeUpdate();
    }
  }

  /** One job the caller may see, or null. */
  @Nullable ImportJob job(String collection, UUID id) {
    try (Connection connection = database.getConnection()) {
      return find(connection, collection, id);
    } catch (SQLException e) {
      throw new ImportStoreException("The job could not be read", e);
    }
  }

  private @Nullable ImportJob find(Connection connection, String collection, UUID id)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select * from import_job where id = ? and collection = ?")) {
      select.setObject(1, id);
      select.setString(2, collection);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? read(row) : null;
      }
    }
  }

  /** The caller's jobs, newest first, older than one. */
  List<ImportJob> jobs(String collection, @Nullable UUID before, int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select * from import_job where collection = ?"
                    + " and (?::uuid is null or id < ?::uuid) order by id desc limit ?")) {
      select.setString(1, collection);
      select.setObject(2, before);
      select.setObject(3, before);
      select.setInt(4, limit);
      List<ImportJob> jobs = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          jobs.add(read(row));
        }
      }
      return jobs;
    } catch (SQLException e) {
      throw new ImportStoreException("The jobs could not be read", e);
    }
  }

  /** A rejected row and its place in the list. */
  record StoredError(long no, ImportJob.RowError error) {}

  /** Rejected rows after a place in the list. */
  List<StoredError> errors(UUID id, long after, int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select no, row_number, pointer, message from import_error"
                    + " where job_id = ? and no > ? order by no limit ?")) {
      select.setObject(1, id);
      select.setLong(2, after);
      select.setInt(3, limit);
      List<StoredError> errors = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          errors.add(
              new StoredError(
                  row.getLong(1),
                  new ImportJob.RowError(row.getLong(2), row.getString(3), row.getString(4))));
        }
      }
      return errors;
    } catch (SQLException e) {
      throw new ImportStoreException("The errors could not be read", e);
    }
  }

  private ImportJob read(ResultSet row) throws SQLException {
    return new ImportJob(
        row.getObject("id", UUID.class),
        row.getString("format"),
        row.getString("authority"),
        ImportJob.Status.valueOf(row.getString("status")),
        row.getBoolean("dry_run"),
        json.read(row.getString("parameters"), TEXTS),
        new ImportJob.Rows(
            row.getLong("rows_read"),
            row.getLong("rows_created"),
            row.getLong("rows_updated"),
            row.getLong("rows_unchanged"),
            row.getLong("rows_rejected")),
        row.getLong("bytes"),
        row.getString("sha256"),
        row.getString("submitted_by"),
        row.getTimestamp("submitted_at").toInstant(),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        row.getString("failure"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
