package uk.carecontracts.contracts.variations;

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

/** Brings agreed variations into force on their day, each in a transaction of its own. */
@ApplicationScoped
class VariationSchedule {
  private static final Logger LOG = Logger.getLogger(VariationSchedule.class);
  private static final int BATCH = 200;
  private static final Acting KEEPER = Acting.system("contract-variations");

  private final VariationRepository variations;
  private final VariationDesk desk;
  private final Clock clock;

  VariationSchedule(VariationRepository variations, VariationDesk desk, Clock clock) {
    this.variations = variations;
    this.desk = desk;
    this.clock = clock;
  }

  @Scheduled(
      every = "${contracts.variations.every:10m}",
      delayed = "${contracts.variations.delayed:25s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    LocalDate today = LocalDate.now(clock);
    List<UUID> due =
        Tenancy.callAs(
            KEEPER,
            () -> QuarkusTransaction.requiringNew().call(() -> variations.due(today, BATCH)));
    due.forEach(this::enforce);
  }

  private void enforce(UUID id) {
    try {
      Tenancy.runAs(
          KEEPER,
          () ->
              QuarkusTransaction.requiringNew()
                  .run(() -> variations.findByIdOptional(id).ifPresent(desk::enforce)));
    } catch (RuntimeException e) {
      LOG.warnf("Variation %s is tried again: %s", id, e.getMessage());
    }
  }
}
