package uk.carecontracts.contracts.agreements;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Looks at each admission once a day: accreditations expire and suspensions end by their dates. */
@ApplicationScoped
class AdmissionClock {
  private static final Logger LOG = Logger.getLogger(AdmissionClock.class);
  private static final int BATCH = 500;
  private static final Acting KEEPER = Acting.system("admission-clock");

  private final AdmissionRepository admissions;
  private final AdmissionDesk desk;
  private final Clock clock;

  AdmissionClock(AdmissionRepository admissions, AdmissionDesk desk, Clock clock) {
    this.admissions = admissions;
    this.desk = desk;
    this.clock = clock;
  }

  @Scheduled(
      every = "${contracts.admissions.every:1m}",
      delayed = "${contracts.admissions.delayed:40s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    lookAtUnseen();
  }

  /** Looks at what was not seen today; gives how many it found. */
  int lookAtUnseen() {
    LocalDate today = LocalDate.now(clock);
    List<UUID> unseen =
        Tenancy.callAs(
            KEEPER,
            () -> QuarkusTransaction.requiringNew().call(() -> admissions.unseen(today, BATCH)));
    unseen.forEach(this::follow);
    return unseen.size();
  }

  private void follow(UUID id) {
    try {
      Tenancy.runAs(KEEPER, () -> QuarkusTransaction.requiringNew().run(() -> desk.follow(id)));
    } catch (RuntimeException e) {
      LOG.warnf("Admission %s could not be looked at and is tried again: %s", id, e.getMessage());
    }
  }
}
