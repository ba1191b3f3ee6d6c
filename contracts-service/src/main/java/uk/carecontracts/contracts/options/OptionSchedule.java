package uk.carecontracts.contracts.options;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Lapses what nobody gave notice of in time, and what an ended contract leaves open. */
@ApplicationScoped
class OptionSchedule {
  private static final Logger LOG = Logger.getLogger(OptionSchedule.class);
  private static final Acting KEEPER = Acting.system("contract-options");
  private static final int BATCH = 200;
  private static final String DUE =
      """
      select id, contract_id, notice_deadline, contract_status in ('AWARDED', 'ACTIVE') as runs
      from %s
      where (contract_status in ('AWARDED', 'ACTIVE') and notice_deadline < ?)
         or contract_status in ('EXPIRED', 'TERMINATED', 'DECOMMISSIONED', 'CANCELLED')
      order by id limit ?""";

  private final ExtensionDesk extensions;
  private final BreakDesk breaks;
  private final Sql sql;
  private final Clock clock;

  OptionSchedule(ExtensionDesk extensions, BreakDesk breaks, Sql sql, Clock clock) {
    this.extensions = extensions;
    this.breaks = breaks;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * What is due to lapse.
   *
   * @param missed the deadline of its notice; null where the contract has ended
   */
  private record Due(UUID id, UUID contractId, @Nullable LocalDate missed) {
    String because() {
      return missed == null ? "The contract has ended." : "No notice was given by " + missed + ".";
    }
  }

  private interface Lapse {
    Object of(Due due);
  }

  @Scheduled(
      every = "${contracts.options.every:10m}",
      delayed = "${contracts.options.delayed:30s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    lapse(
        "extension_option_term",
        due ->
            due.missed() == null
                ? extensions.lapse(due.contractId(), due.id(), version -> {}, due.because())
                : extensions.lapseWithoutNotice(
                    due.contractId(), due.id(), due.missed(), due.because()));
    lapse(
        "break_clause_term",
        due ->
            due.missed() == null
                ? breaks.lapse(due.contractId(), due.id(), version -> {}, due.because())
                : breaks.lapseWithoutNotice(
                    due.contractId(), due.id(), due.missed(), due.because()));
  }

  private void lapse(String view, Lapse lapse) {
    List<Due> due = Tenancy.callAs(KEEPER, () -> due(view));
    for (Due each : due) {
      try {
        Tenancy.callAs(KEEPER, () -> QuarkusTransaction.requiringNew().call(() -> lapse.of(each)));
      } catch (RuntimeException e) {
        LOG.warnf("%s of %s is tried again: %s", each.id(), view, e.getMessage());
      }
    }
  }

  private List<Due> due(String view) {
    return sql.list(
        DUE.formatted(view),
        row ->
            new Due(
                row.getObject("id", UUID.class),
                row.getObject("contract_id", UUID.class),
                row.getBoolean("runs") ? Sql.day(row, "notice_deadline") : null),
        LocalDate.now(clock),
        BATCH);
  }
}
