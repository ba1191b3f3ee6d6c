package uk.carecontracts.kit.journal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Gives committed entries their place in commit order. Identity values are drawn before commit, so
 * a lower one can appear after a higher one; positions are given one transaction at a time, after
 * commit, so a reader who has seen a position has seen every lower one.
 */
@ApplicationScoped
class Sequencer {
  /** Most entries numbered in one go. */
  static final int MOST = 5000;

  private static final long LOCK = 7_714_001L;
  private static final String WAITING =
      "select seq from journal where position is null order by seq limit " + MOST;

  /** By the keys of the entries: PostgreSQL would read the whole journal for a join. */
  private static final String NUMBER =
      """
      update journal j
      set position = waiting.n + (select coalesce(max(position), 0) from journal)
      from unnest(?::bigint[]) with ordinality as waiting (seq, n) where waiting.seq = j.seq""";

  private final DataSource database;

  Sequencer(DataSource database) {
    this.database = database;
  }

  /** Numbers what waits; gives how many were numbered. */
  int run() {
    return QuarkusTransaction.requiringNew().timeout(60).call(this::number);
  }

  private int number() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      // Waits for another instance: its commit must be seen before ours is numbered.
      statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
      Long[] waiting = waiting(statement);
      return waiting.length == 0 ? 0 : number(connection, waiting);
    } catch (SQLException e) {
      throw new JournalException("Entries could not be sequenced", e);
    }
  }

  private static Long[] waiting(Statement statement) throws SQLException {
    List<Long> waiting = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(WAITING)) {
      while (row.next()) {
        waiting.add(row.getLong(1));
      }
    }
    return waiting.toArray(Long[]::new);
  }

  private static int number(Connection connection, Long[] waiting) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(NUMBER)) {
      update.setArray(1, connection.createArrayOf("bigint", waiting));
      return update.executeUpdate();
    }
  }
}
