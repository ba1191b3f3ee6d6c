package uk.carecontracts.contracts.placements;

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

/** Ends placements whose known last day has come, each in a transaction of its own. */
@ApplicationScoped
class PlacementClock {
  private static final Logger LOG = Logger.getLogger(PlacementClock.class);
  private static final int BATCH = 200;
  private static final Acting KEEPER = Acting.system("placement-clock");

  private final PlacementRepository placements;
  private final PlacementDesk desk;
  private final Clock clock;

  PlacementClock(PlacementRepository placements, PlacementDesk desk, Clock clock) {
    this.placements = placements;
    this.desk = desk;
    this.clock = clock;
  }

  @Scheduled(
      every = "${contracts.placements.every:10m}",
      delayed = "${contracts.placements.delayed:30s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    endThoseRunOut();
  }

  /** Ends what has run out; gives how many it found. */
  int endThoseRunOut() {
    LocalDate today = LocalDate.now(clock);
    List<UUID> found =
        Tenancy.callAs(
            KEEPER,
            () -> QuarkusTransaction.requiringNew().call(() -> placements.runOutBy(today, BATCH)));
    found.forEach(this::end);
    return found.size();
  }

  private void end(UUID id) {
    try {
      Tenancy.runAs(KEEPER, () -> QuarkusTransaction.requiringNew().run(() -> desk.runOut(id)));
    } catch (RuntimeException e) {
      LOG.warnf("Placement %s could not be ended and is tried again: %s", id, e.getMessage());
    }
  }
}
