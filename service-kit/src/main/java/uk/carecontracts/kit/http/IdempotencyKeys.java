package uk.carecontracts.kit.http;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.ProblemKind;

/** First answers by key, kept for a day. */
@ApplicationScoped
public class IdempotencyKeys {
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final DataSource database;
  private final StoredJson json;

  IdempotencyKeys(DataSource database, StoredJson json) {
    this.database = database;
    this.json = json;
  }

  /** Claims the key for this transaction, or gives the answer the same request had before. */
  @Nullable Response begin(String principal, String key, String fingerprint) throws SQLException {
    try (Connection connection = database.getConnection()) {
      lock(connection, principal, key);
      if (insert(connection, principal, key, fingerprint)) {
        return null;
      }
      return replay(connection, principal, key, fingerprint);
    }
  }

  private static void lock(Connection connection, String principal, String key)
      throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement(
            "select pg_try_advisory_xact_lock(hashtextextended(?, 7714))")) {
      lock.setString(1, principal + "\n" + key);
      try (ResultSet row = lock.executeQuery()) {
        row.next();
        if (!row.getBoolean(1)) {
          throw ProblemException.of(
              ProblemKind.REQUEST_IN_PROGRESS, "Retry the same request in a moment.");
        }
      }
    }
  }

  private static boolean insert(
      Connection connection, String principal, String key, String fingerprint) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into idempotency_key (principal, key, fingerprint) values (?, ?, ?)"
                + " on conflict do nothing")) {
      insert.setString(1, principal);
      insert.setString(2, key);
      insert.setString(3, fingerprint);
      return insert.executeUpdate() == 1;
    }
  }

  private Response replay(Connection connection, String principal, String key, String fingerprint)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select fingerprint, status, headers, body from idempotency_key"
                + " where principal = ? and key = ?")) {
      select.setString(1, principal);
      select.setString(2, key);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        if (!fingerprint.equals(row.getString("fingerprint"))) {
          throw ProblemException.of(
              ProblemKind.IDEMPOTENCY_KEY_REUSED, "Use a new key for a new request.");
        }
        return stored(row);
      }
    }
  }

  private Response stored(ResultSet row) throws SQLException {
    Response.ResponseBuilder answer = Response.status(row.getInt("status"));
    json.read(row.getString("headers"), HEADERS).forEach(answer::header);
    String body = row.getString("body");
    return body == null
        ? answer.build()
        : answer.entity(body).type(MediaType.APPLICATION_JSON_TYPE).build();
  }

  /** Stores the answer; it becomes visible together with the effect. */
  void complete(String principal, String key, Response response) throws SQLException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : new String[] {HttpHeaders.LOCATION, HttpHeaders.ETAG}) {
      Object value = response.getHeaderString(name);
      if (value != null) {
        headers.put(name, value.toString());
      }
    }
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update idempotency_key set status = ?, headers = ?::jsonb, body = ?"
                    + " where principal = ? and key = ?")) {
      update.setInt(1, response.getStatus());
      update.setString(2, json.write(headers));
      update.setString(3, response.hasEntity() ? json.write(response.getEntity()) : null);
      update.setString(4, principal);
      update.setString(5, key);
      update.executeUpdate();
    }
  }

  @Scheduled(every = "1h", delayed = "10m")
  @Transactional
  void forgetOld() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from idempotency_key where created_at < now() - interval '24 hours'")) {
      delete.executeUpdate();
    }
  }
}
