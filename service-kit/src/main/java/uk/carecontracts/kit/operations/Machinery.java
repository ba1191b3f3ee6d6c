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
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** The state of outbox, dead letters and imports as figures for Prometheus, every ten seconds. */
@ApplicationScoped
class Machinery {
  private static final String IMPORTS =
      """
      select count(*) filter (where status = 'QUEUED'),
        count(*) filter (where status = 'RUNNING'),
        count(*) filter (where status = 'FAILED' and finished_at > now() - interval '1 day'),
        coalesce(extract(epoch from now() - min(submitted_at)
          filter (where status in ('QUEUED', 'RUNNING'))), 0)
      from import_job where status in ('QUEUED', 'RUNNING')
        or (status = 'FAILED' and finished_at > now() - interval '1 day')""";

  private final Outbox outbox;
  private final DeadLetters deadLetters;
  private final DataSource database;
  private final MeterRegistry metrics;
  private volatile State last = new State(new Outbox.Backlog(0, 0, 0), 0, new Imports(0, 0, 0, 0));

  Machinery(Outbox outbox, DeadLetters deadLetters, DataSource database, MeterRegistry metrics) {
    this.outbox = outbox;
    this.deadLetters = deadLetters;
    this.database = database;
    this.metrics = metrics;
  }

  private record Imports(long queued, long running, long failedToday, double oldestSeconds) {}

  private record State(Outbox.Backlog outbox, long deadLetters, Imports imports) {}

  void register(@Observes StartupEvent started) {
    gauge("outbox.unpublished", "Events waiting for the broker", s -> s.outbox().unpublished());
    gauge(
        "outbox.oldest.seconds",
        "Age of the oldest waiting event",
        s -> s.outbox().oldestSeconds());
    gauge("outbox.parked", "Events the broker refused for good", s -> s.outbox().parked());
    gauge("inbox.dead.letters", "Events not applied and not replayed", State::deadLetters);
    gauge("imports.queued", "Imports that wait", s -> s.imports().queued());
    gauge("imports.running", "Imports that run", s -> s.imports().running());
    gauge("imports.failed.today", "Imports failed in 24 hours", s -> s.imports().failedToday());
    gauge("imports.oldest.seconds", "Age of the oldest open", s -> s.imports().oldestSeconds());
  }

  private void gauge(String name, String description, ToDoubleFunction<State> figure) {
    Gauge.builder(name, this, machinery -> figure.applyAsDouble(machinery.last))
        .description(description)
        .register(metrics);
  }

  @Scheduled(
      every = "10s",
      delayed = "15s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void measure() {
    Imports imports =
        Tenancy.callAs(
            Acting.system("operations"),
            () -> QuarkusTransaction.requiringNew().call(this::imports));
    last = new State(outbox.backlog(), deadLetters.waiting(), imports);
  }

  private Imports imports() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(IMPORTS);
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Imports(row.getLong(1), row.getLong(2), row.getLong(3), row.getDouble(4));
    }
  }
}
