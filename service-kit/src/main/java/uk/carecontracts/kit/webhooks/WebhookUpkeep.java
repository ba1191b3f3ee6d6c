package uk.carecontracts.kit.webhooks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import uk.carecontracts.kit.tenancy.Acting;

/** Figures about deliveries for Prometheus, and the forgetting of old ones. */
@ApplicationScoped
class WebhookUpkeep {
  private static final Acting SYSTEM = Acting.system("webhooks");

  private final Deliveries deliveries;
  private final WebhookConfig config;
  private final MeterRegistry metrics;
  private final Clock clock;
  private volatile Deliveries.Backlog last = new Deliveries.Backlog(0, 0, 0);

  WebhookUpkeep(Deliveries deliveries, WebhookConfig config, MeterRegistry metrics, Clock clock) {
    this.deliveries = deliveries;
    this.config = config;
    this.metrics = metrics;
    this.clock = clock;
  }

  void register(@Observes StartupEvent started) {
    gauge("webhooks.pending", "Deliveries on their way", Deliveries.Backlog::pending);
    gauge("webhooks.dead", "Deliveries given up", Deliveries.Backlog::dead);
    gauge(
        "webhooks.oldest.seconds",
        "Age of the oldest delivery on its way",
        Deliveries.Backlog::oldestSeconds);
  }

  private void gauge(String name, String description, ToDoubleFunction<Deliveries.Backlog> figure) {
    Gauge.builder(name, this, upkeep -> figure.applyAsDouble(upkeep.last))
        .description(description)
        .register(metrics);
  }

  @Scheduled(
      every = "10s",
      delayed = "15s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void measure() {
    last = Background.inTransaction(SYSTEM, deliveries::backlog);
  }

  @Scheduled(every = "1h", delayed = "5m")
  void forget() {
    Background.inTransaction(SYSTEM, () -> deliveries.forget(clock.instant().minus(config.keep())));
  }
}
