package uk.carecontracts.contracts.register;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import uk.carecontracts.contracts.terms.Ending;
import uk.carecontracts.contracts.terms.EndingKind;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/**
 * Ends contracts whose last day has passed, as announced or by expiry, each in a transaction of its
 * own.
 */
@ApplicationScoped
class ExpirySchedule {
  private static final Logger LOG = Logger.getLogger(ExpirySchedule.class);
  private static final int BATCH = 200;
  private static final Acting KEEPER = Acting.system("contract-expiry");

  private final Contracts contracts;
  private final ContractRegister register;
  private final WindingDown windingDown;
  private final Clock clock;

  ExpirySchedule(
      Contracts contracts, ContractRegister register, WindingDown windingDown, Clock clock) {
    this.contracts = contracts;
    this.register = register;
    this.windingDown = windingDown;
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
    return each(contracts::announcedToEndBefore, today, contract -> carryOut(contract, today))
        + each(contracts::endedBefore, today, contract -> expire(contract, today));
  }

  private interface Due {
    List<UUID> before(LocalDate day, int limit);
  }

  private int each(Due due, LocalDate today, Consumer<Contract> step) {
    List<UUID> ids =
        Tenancy.callAs(
            KEEPER, () -> QuarkusTransaction.requiringNew().call(() -> due.before(today, BATCH)));
    ids.forEach(id -> end(id, step));
    return ids.size();
  }

  private void end(UUID id, Consumer<Contract> step) {
    try {
      Tenancy.runAs(
          KEEPER,
          () -> QuarkusTransaction.requiringNew().run(() -> step.accept(register.require(id))));
    } catch (RuntimeException e) {
      LOG.warnf("Contract %s could not end and is tried again: %s", id, e.getMessage());
    }
  }

  private void carryOut(Contract contract, LocalDate today) {
    Ending announced = AnnouncedEnding.require(contract.status(), contract.state().ending());
    boolean woundDown = announced.kind() == EndingKind.DECOMMISSIONING;
    register.apply(
        contract,
        woundDown ? ContractEvent.DECOMMISSIONED : ContractEvent.TERMINATED,
        announced.reason(),
        (each, now) -> each.endAsAnnounced(today, now));
    if (woundDown) {
      windingDown.carriedOut(contract);
    }
  }

  private void expire(Contract contract, LocalDate today) {
    register.apply(
        contract,
        ContractEvent.EXPIRED,
        "Its last day has passed.",
        (each, now) -> each.expire(today, now));
  }
}
