package uk.carecontracts.monitoring.visits;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.monitoring.contracts.ContractChanged;
import uk.carecontracts.monitoring.visits.ParkedVisits.Released;

/**
 * What happens to visits without a request: months are made ahead, parked visits are matched once
 * their contract is known, and nothing stays unannounced.
 */
@ApplicationScoped
class VisitSchedule {
  private static final int MONTHS_AHEAD = 3;

  private final VisitIntake intake;
  private final ParkedVisits parked;
  private final Activities activities;
  private final Sql sql;
  private final Clock clock;
  private final AtomicBoolean contractsChanged = new AtomicBoolean(true);

  VisitSchedule(
      VisitIntake intake, ParkedVisits parked, Activities activities, Sql sql, Clock clock) {
    this.intake = intake;
    this.parked = parked;
    this.activities = activities;
    this.sql = sql;
    this.clock = clock;
  }

  /** Makes the partitions of this month and the months that follow. */
  @Scheduled(every = "12h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void makeMonths() {
    LocalDate first = LocalDate.now(clock).withDayOfMonth(1);
    Tenancy.runAs(
        Acting.system("visit-months"),
        () -> {
          for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
            LocalDate month = first.plusMonths(ahead);
            QuarkusTransaction.requiringNew()
                .run(() -> sql.list("select ensure_visit_month(?)", row -> 0, month));
          }
        });
  }

  /** A contract that changed may be the one that visits wait for. */
  void onContract(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContractChanged event) {
    contractsChanged.set(true);
  }

  /** Matches at once after news of a contract. */
  @Scheduled(
      every = "${monitoring.visits.match-every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void matchAfterNews() {
    if (contractsChanged.getAndSet(false)) {
      match();
    }
  }

  /** Looks again now and then: another instance may have heard the news. */
  @Scheduled(
      every = "${monitoring.visits.sweep-every:5m}",
      delayed = "30s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    match();
    Acting system = Acting.system("visit-announcements");
    Tenancy.runAs(
        system,
        () -> {
          for (String authority : activities.unannounced()) {
            QuarkusTransaction.requiringNew().run(() -> activities.announce(authority));
          }
        });
  }

  private void match() {
    List<String> authorities = Tenancy.callAs(Acting.system("visit-matching"), parked::matchable);
    for (String authority : authorities) {
      Tenancy.runAs(
          Acting.forAuthority(authority, "visit-matching"),
          () -> {
            while (QuarkusTransaction.requiringNew()
                .timeout(120)
                .call(() -> matchSome(authority))) {
              // until none is left that matches
            }
          });
    }
  }

  private boolean matchSome(String authority) {
    List<Released> released = parked.release(authority);
    if (released.isEmpty()) {
      return false;
    }
    Map<@Nullable UUID, List<VisitReport>> byOwner = new HashMap<>();
    for (Released visit : released) {
      byOwner.computeIfAbsent(visit.owner(), owner -> new ArrayList<>()).add(visit.report());
    }
    byOwner.forEach((owner, reports) -> intake.take(authority, reports, owner));
    intake.announce(authority);
    return true;
  }
}
