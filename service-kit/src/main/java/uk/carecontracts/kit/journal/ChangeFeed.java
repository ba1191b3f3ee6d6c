package uk.carecontracts.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/**
 * For systems without Kafka: every version of every aggregate in commit order, without gaps. Who
 * keeps asking with the last {@code next} misses nothing, however many write meanwhile.
 */
@ApplicationScoped
public class ChangeFeed {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final int MAX_LIMIT = 1000;
  private static final long LOOK_AGAIN_MS = 1000;

  private final DataSource database;
  private final JournalRows rows;
  private final FeedSignal signal;

  ChangeFeed(DataSource database, JournalRows rows, FeedSignal signal) {
    this.database = database;
    this.rows = rows;
    this.signal = signal;
  }

  /**
   * A stretch of the feed.
   *
   * @param changes versions in commit order
   * @param next what to ask with as {@code after} next time, also when nothing was new
   */
  public record Stretch(List<JournalVersion> changes, String next) {}

  /**
   * Reads on.
   *
   * @param aggregateTypes kinds of aggregate the feed shows
   * @param after the last {@code next}, or null for the beginning
   * @param types event types wanted, or empty for all
   * @param limit most changes to give, from 1 to 1000, or null for 100
   * @param waitSeconds how long to wait for news when there is none (long poll), at most 30
   */
  public Stretch read(
      Set<String> aggregateTypes,
      @Nullable String after,
      Set<String> types,
      @Nullable Integer limit,
      @Nullable Integer waitSeconds) {
    long from = position(after);
    int most = within("limit", limit == null ? 100 : limit, 1, MAX_LIMIT);
    int wait =
        within("wait", waitSeconds == null ? 0 : waitSeconds, 0, (int) LONGEST_WAIT.toSeconds());
    long deadline = System.nanoTime() + Duration.ofSeconds(wait).toNanos();
    while (true) {
      Stretch stretch = readOnce(aggregateTypes, from, types, most);
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (!stretch.changes().isEmpty() || left <= 0 || Thread.currentThread().isInterrupted()) {
        return stretch;
      }
      signal.await(Math.min(left, LOOK_AGAIN_MS));
    }
  }

  private Stretch readOnce(Set<String> aggregateTypes, long from, Set<String> types, int limit) {
    String sql =
        "select "
            + JournalRows.COLUMNS
            + " from journal where position > ? and aggregate_type = any (?)"
            + (types.isEmpty() ? "" : " and type = any (?)")
            // In the text: without knowing how few are wanted, PostgreSQL sorts all that follow.
            + " order by position limit "
            + limit;
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      int i = 1;
      select.setLong(i++, from);
      select.setArray(i++, texts(connection, aggregateTypes));
      if (!types.isEmpty()) {
        select.setArray(i, texts(connection, types));
      }
      List<JournalVersion> changes = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          changes.add(rows.read(row));
        }
      }
      Long last =
          changes.isEmpty() ? Long.valueOf(from) : changes.get(changes.size() - 1).position();
      return new Stretch(changes, String.valueOf(last));
    } catch (SQLException e) {
      throw new JournalException("The change feed could not be read", e);
    }
  }

  private static Array texts(Connection connection, Set<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }

  private static long position(@Nullable String after) {
    try {
      return after == null || after.isEmpty() ? 0 : Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw ProblemException.badRequest("after", "Use next exactly as the feed gave it.");
    }
  }

  private static int within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw ProblemException.badRequest(
          name, name + " must be from " + least + " to " + most + ".");
    }
    return value;
  }
}
