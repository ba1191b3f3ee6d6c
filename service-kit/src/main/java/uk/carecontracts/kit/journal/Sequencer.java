package uk.carecontracts.kit.journal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Gives committed entries their place in commit order. Identity values are drawn before commit, so
 * a lower one can appear after a higher one; positions are given one transaction at a time, after
 * commit, so a reader who has seen a position has seen every lower one.
 */
@ApplicationScoped
class Sequencer {
  private static final long LOCK = 7_714_001L;
  private static final String NUMBER =
      """
      with waiting as (
        select seq, row_number() over (order by seq) as n
        from (select seq from journal where position is null order by seq limit 5000) w)
      update journal j
      set position = waiting.n + (select coalesce(max(position), 0) from journal)
      from waiting where waiting.seq = j.seq""";

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
        Statement lock = connection.createStatement();
        PreparedStatement update = connection.prepareStatement(NUMBER)) {
      // Waits for another instance: its commit must be seen before ours is numbered.
      lock.execute("select pg_advisory_xact_lock(" + LOCK + ")");
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new JournalException("Entries could not be sequenced", e);
    }
  }
}
