package uk.carecontracts.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/**
 * Which epochs readers that wait for news go by: one look for all consumers of the service each
 * half second. It may be that late; what an event changes is never changed under an epoch that has
 * ended, since {@link Inbox#apply} holds the epoch while it does.
 */
@ApplicationScoped
class Epochs {
  private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(500).toNanos();

  private final DataSource database;
  private final Inbox inbox;
  private Map<String, Integer> seen = new HashMap<>();
  private long lookAt = System.nanoTime();

  Epochs(DataSource database, Inbox inbox) {
    this.database = database;
    this.inbox = inbox;
  }

  /** The epoch that a consumer begins to read under, as it is now. */
  synchronized int begin(EventConsumer consumer) {
    int epoch = inbox.epoch(consumer);
    seen.put(consumer.name(), epoch);
    return epoch;
  }

  /** Whether a consumer's epoch has ended, as of the last look. */
  synchronized boolean hasEnded(EventConsumer consumer, int epoch) {
    if (System.nanoTime() - lookAt >= 0) {
      seen = Tenancy.callAs(Acting.system("consumers"), this::look);
      lookAt = System.nanoTime() + LOOK_AGAIN_NANOS;
    }
    return seen.getOrDefault(consumer.name(), 1) != epoch;
  }

  private Map<String, Integer> look() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Map<String, Integer> epochs = new HashMap<>();
              try (Connection connection = database.getConnection();
                  PreparedStatement select =
                      connection.prepareStatement("select consumer, epoch from consumer_epoch");
                  ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                  epochs.put(rows.getString(1), rows.getInt(2));
                }
              }
              return epochs;
            });
  }
}
