package uk.carecontracts.contracts.duties;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** The metric {@code contracts_duties_late}: duties of all authorities whose day has passed. */
@ApplicationScoped
class LateDuties {
  private final DutyRepository duties;
  private final AtomicLong late;

  LateDuties(DutyRepository duties, MeterRegistry registry) {
    this.duties = duties;
    this.late = registry.gauge("contracts.duties.late", new AtomicLong());
  }

  @Scheduled(
      every = "${contracts.duties.count-every:5m}",
      delayed = "${contracts.duties.count-delayed:35s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void count() {
    late.set(Tenancy.callAs(Acting.system("contract-duties"), duties::late));
  }
}
