package uk.carecontracts.providers.register;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.carecontracts.testkit.Infrastructure;

/** Looks every few milliseconds at what the consumer's thread and its database connections do. */
final class SamplesOfWork implements Runnable {
  private static final long EVERY_MS = 7;
  private static final String OURS = "uk.carecontracts.";
  private static final String ACTIVE =
      """
      select regexp_replace(left(query, 110), '\\s+', ' ', 'g') from pg_stat_activity
      where datname = 'providers' and state = 'active' and usename = 'providers_app'""";

  private final String thread;
  private final Map<String, Integer> statements = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private volatile boolean running = true;
  private int samples;

  SamplesOfWork(String thread) {
    this.thread = thread;
  }

  @Override
  public void run() {
    try (Connection connection = Infrastructure.jdbc("providers");
        Statement statement = connection.createStatement()) {
      while (running) {
        samples++;
        try (ResultSet row = statement.executeQuery(ACTIVE)) {
          while (row.next()) {
            statements.merge(row.getString(1), 1, Integer::sum);
          }
        }
        Thread.getAllStackTraces().forEach(this::look);
        Thread.sleep(EVERY_MS);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Thread each, StackTraceElement[] stack) {
    if (!each.getName().equals(thread)) {
      return;
    }
    String waits = "";
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName();
      if (waits.isEmpty() && name.startsWith("org.postgresql")) {
        waits = " (PostgreSQL's driver)";
      } else if (waits.isEmpty() && name.startsWith("org.hibernate")) {
        waits = " (Hibernate)";
      }
      if (name.startsWith(OURS) && !name.contains("_Subclass") && !name.contains("_ClientProxy")) {
        places.merge(
            name.substring(name.lastIndexOf('.') + 1) + "." + frame.getMethodName() + waits,
            1,
            Integer::sum);
        return;
      }
    }
    places.merge("elsewhere" + waits, 1, Integer::sum);
  }

  void stop() {
    running = false;
  }

  /** To be called once the sampling thread has ended. */
  void print(int most) {
    print("statements of the service under way", statements, most);
    print("where " + thread + " is", places, most);
  }

  private void print(String title, Map<String, Integer> counts, int most) {
    System.out.printf("| %s (%d samples) | %% |%n| --- | --- |%n", title, samples);
    List<Map.Entry<String, Integer>> top =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(most)
            .toList();
    for (Map.Entry<String, Integer> each : top) {
      System.out.printf("| %s | %.1f |%n", each.getKey(), 100.0 * each.getValue() / samples);
    }
  }
}
