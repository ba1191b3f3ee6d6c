package uk.carecontracts.monitoring.plans;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;
import uk.carecontracts.monitoring.contracts.KnownContracts;
import uk.carecontracts.monitoring.providers.ProviderSpokenFor;

/**
 * Asks again where an inspection has become too old to be relied on, or where merged provider
 * records bring other inspections with them.
 */
@ApplicationScoped
class AssuranceUpkeep {
  private static final int AT_ONCE = 1000;

  private final Plans plans;
  private final KnownContracts contracts;
  private final Sql sql;
  private final Clock clock;

  AssuranceUpkeep(Plans plans, KnownContracts contracts, Sql sql, Clock clock) {
    this.plans = plans;
    this.contracts = contracts;
    this.sql = sql;
    this.clock = clock;
  }

  @Scheduled(
      every = "${monitoring.plans.assurance-every:6h}",
      delayed = "90s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    Tenancy.runAs(Acting.system("assurance-upkeep"), this::renew);
  }

  /** Before risk is assessed: plans are always locked first. */
  void onSpokenFor(@Observes @Priority(100) ProviderSpokenFor event) {
    event
        .speakers()
        .forEach(speaker -> contracts.ofProvider(speaker).forEach(plans::renewAssurance));
  }

  private void renew() {
    List<UUID> expired =
        sql.list(
            "select contract_id from monitoring_plan p where status = 'OPEN' and exists (select 1"
                + " from jsonb_array_elements(p.assurance::jsonb) a where a ->> 'until' < ?)"
                + " order by contract_id limit ?",
            row -> row.getObject(1, UUID.class),
            LocalDate.now(clock).toString(),
            AT_ONCE);
    expired.forEach(plans::renewAssurance);
  }
}
