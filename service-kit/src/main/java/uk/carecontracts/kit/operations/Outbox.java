package uk.carecontracts.kit.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** How far publication lags behind, as figures for an operator and for Prometheus. */
@ApplicationScoped
public class Outbox {
  private static final String BACKLOG =
      """
      select count(*) filter (where parked_reason is null),
        coalesce(extract(epoch from now() - min(occurred_at)), 0),
        count(*) filter (where parked_reason is not null)
      from journal where published_at is null""";

  private final DataSource database;
  private final MeterRegistry metrics;
  private volatile Backlog last = new Backlog(0, 0, 0);

  Outbox(DataSource database, MeterRegistry metrics) {
    this.database = database;
    this.metrics = metrics;
  }

  /** Events waiting for the broker, the age of the oldest, and how many it refused for good. */
  public record Backlog(long unpublished, double oldestSeconds, long parked) {}

  void register(@Observes StartupEvent started) {
    gauge("outbox.unpublished", "Events waiting for the broker", Backlog::unpublished);
    gauge("outbox.oldest.seconds", "Age of the oldest waiting event", Backlog::oldestSeconds);
    gauge("outbox.parked", "Events the broker refused for good", Backlog::parked);
  }

  private void gauge(
      String name, String description, java.util.function.ToDoubleFunction<Backlog> figure) {
    Gauge.builder(name, this, outbox -> figure.applyAsDouble(outbox.last))
        .description(description)
        .register(metrics);
  }

  @Scheduled(
      every = "10s",
      delayed = "15s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void measure() {
    last = backlog();
  }

  /** Counts now. */
  public Backlog backlog() {
    return Tenancy.callAs(
        Acting.system("operations"), () -> QuarkusTransaction.requiringNew().call(this::count));
  }

  private Backlog count() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(BACKLOG);
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Backlog(row.getLong(1), row.getDouble(2), row.getLong(3));
    }
  }

  int release() {
    return Tenancy.callAs(
        Acting.system("operations"),
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () -> {
                      try (Connection connection = database.getConnection();
                          PreparedStatement update =
                              connection.prepareStatement(
                                  "update journal set parked_reason = null"
                                      + " where parked_reason is not null")) {
                        return update.executeUpdate();
                      }
                    }));
  }
}
