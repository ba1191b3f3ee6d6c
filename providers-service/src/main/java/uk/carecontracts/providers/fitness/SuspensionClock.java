package uk.carecontracts.providers.fitness;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Lifts suspensions whose last day has passed, within minutes of midnight in London. */
@ApplicationScoped
class SuspensionClock {

  private final FitnessDesk desk;

  SuspensionClock(FitnessDesk desk) {
    this.desk = desk;
  }

  @Scheduled(
      every = "${providers.suspensions.every:1m}",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void endPassed() {
    Tenancy.runAs(
        Acting.system("suspension-clock"),
        () -> QuarkusTransaction.requiringNew().run(desk::endPassed));
  }
}
