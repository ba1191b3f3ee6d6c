package uk.carecontracts.monitoring.plans;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** The metric {@code monitoring_returns_overdue}: overdue returns of all authorities. */
@ApplicationScoped
class OverdueCount {
  private final PlanQueries queries;
  private final Clock clock;
  private final AtomicLong overdue;

  OverdueCount(PlanQueries queries, Clock clock, MeterRegistry registry) {
    this.queries = queries;
    this.clock = clock;
    this.overdue = registry.gauge("monitoring.returns.overdue", new AtomicLong());
  }

  @Scheduled(
      every = "${monitoring.plans.count-every:5m}",
      delayed = "${monitoring.plans.count-delayed:35s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void count() {
    overdue.set(
        Tenancy.callAs(
            Acting.system("overdue-count"), () -> queries.overdue(LocalDate.now(clock))));
  }
}
