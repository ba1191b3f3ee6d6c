package uk.carecontracts.gateway.usage;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.carecontracts.gateway.database.SharedDatabase;

/** The figures of all gateways. */
@ApplicationScoped
class UsageStore {
  private static final String ADD =
      """
      insert into usage as u (day, client, operation_group, requests, failed, refused)
      values (?, ?, ?, ?, ?, ?)
      on conflict (client, day, operation_group) do update set
        requests = u.requests + excluded.requests,
        failed = u.failed + excluded.failed,
        refused = u.refused + excluded.refused\
      """;
  private static final String READ =
      "select day, operation_group, requests, failed, refused from usage"
          + " where client = ? and day between ? and ?";

  private final SharedDatabase database;

  UsageStore(SharedDatabase database) {
    this.database = database;
  }

  boolean isConfigured() {
    return database.isConfigured();
  }

  /** Adds to what is written, all of it or nothing. */
  Future<Void> add(Map<Subject, Tally> batch) {
    return database.call(
        connection -> {
          connection.setAutoCommit(false);
          try {
            insert(connection, batch);
            connection.commit();
          } catch (SQLException e) {
            connection.rollback();
            throw e;
          } finally {
            connection.setAutoCommit(true);
          }
          return null;
        });
  }

  private static void insert(Connection connection, Map<Subject, Tally> batch) throws SQLException {
    // The same order in every gateway: none waits for another in a circle.
    List<Subject> subjects =
        batch.keySet().stream()
            .sorted(
                Comparator.comparing(Subject::client)
                    .thenComparing(Subject::day)
                    .thenComparing(Subject::group))
            .toList();
    try (PreparedStatement add = connection.prepareStatement(ADD)) {
      for (Subject subject : subjects) {
        Tally tally = batch.getOrDefault(subject, Tally.NONE);
        add.setObject(1, subject.day());
        add.setString(2, subject.client());
        add.setString(3, subject.group());
        add.setLong(4, tally.requests());
        add.setLong(5, tally.failed());
        add.setLong(6, tally.refused());
        add.addBatch();
      }
      add.executeBatch();
    }
  }

  /** What a client asked in some days, at most one row for each day and group. */
  Future<Map<Subject, Tally>> read(String client, LocalDate from, LocalDate to) {
    return database.call(
        connection -> {
          Map<Subject, Tally> found = new HashMap<>();
          try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setString(1, client);
            read.setObject(2, from);
            read.setObject(3, to);
            try (ResultSet row = read.executeQuery()) {
              while (row.next()) {
                found.put(
                    new Subject(row.getObject(1, LocalDate.class), client, row.getString(2)),
                    new Tally(row.getLong(3), row.getLong(4), row.getLong(5)));
              }
            }
          }
          return found;
        });
  }

  /** Deletes the figures of days before this one. */
  Future<Integer> forgetBefore(LocalDate day) {
    return database.call(
        connection -> {
          try (PreparedStatement forget =
              connection.prepareStatement("delete from usage where day < ?")) {
            forget.setObject(1, day);
            return forget.executeUpdate();
          }
        });
  }
}
