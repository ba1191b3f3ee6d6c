package uk.carecontracts.monitoring.plans;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.monitoring.plans.PlanQueries.Overdue;

/** Marks returns whose due day has passed; running it twice, or on two machines, marks once. */
@ApplicationScoped
class OverdueReturns {
  private static final int AT_ONCE = 1000;

  private final Plans plans;
  private final PlanQueries queries;
  private final Clock clock;

  OverdueReturns(Plans plans, PlanQueries queries, Clock clock) {
    this.plans = plans;
    this.queries = queries;
    this.clock = clock;
  }

  @Scheduled(
      every = "${monitoring.plans.overdue-every:10m}",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    Tenancy.runAs(Acting.system("overdue-returns"), this::mark);
  }

  private void mark() {
    List<Overdue> found = queries.newlyOverdue(LocalDate.now(clock), AT_ONCE);
    found.stream()
        .collect(
            Collectors.groupingBy(
                Overdue::planId, Collectors.mapping(Overdue::periodStart, Collectors.toSet())))
        .forEach(plans::markOverdue);
  }
}
