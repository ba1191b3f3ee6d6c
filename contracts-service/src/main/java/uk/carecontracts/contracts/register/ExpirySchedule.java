package uk.carecontracts.contracts.register;

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

/** Ends contracts whose last day has passed, each in a transaction of its own. */
@ApplicationScoped
class ExpirySchedule {
  private static final Logger LOG = Logger.getLogger(ExpirySchedule.class);
  private static final int BATCH = 200;
  private static final Acting KEEPER = Acting.system("contract-expiry");

  private final Contracts contracts;
  private final ContractRegister register;
  private final Clock clock;

  ExpirySchedule(Contracts contracts, ContractRegister register, Clock clock) {
    this.contracts = contracts;
    this.register = register;
    this.clock = clock;
  }

  /** Runs often, because a restart may have missed midnight; finds nothing most of the time. */
  @Scheduled(
      every = "${contracts.expiry.every:10m}",
      delayed = "${contracts.expiry.delayed:20s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    expireEnded();
  }

  /** Ends what has ended; gives how many. */
  int expireEnded() {
    LocalDate today = LocalDate.now(clock);
    List<UUID> ended =
        Tenancy.callAs(
            KEEPER,
            () ->
                QuarkusTransaction.requiringNew().call(() -> contracts.endedBefore(today, BATCH)));
    ended.forEach(id -> expire(id, today));
    return ended.size();
  }

  private void expire(UUID id, LocalDate today) {
    try {
      Tenancy.runAs(
          KEEPER,
          () ->
              QuarkusTransaction.requiringNew()
                  .run(
                      () ->
                          register.change(
                              id,
                              version -> {},
                              ContractEvent.EXPIRED,
                              "Its last day has passed.",
                              (each, now) -> each.expire(today, now))));
    } catch (RuntimeException e) {
      LOG.warnf("Contract %s could not expire and is tried again: %s", id, e.getMessage());
    }
  }
}
