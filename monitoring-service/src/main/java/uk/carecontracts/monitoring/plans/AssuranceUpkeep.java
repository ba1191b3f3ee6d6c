package uk.carecontracts.monitoring.plans;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Asks again where an inspection has become too old to be relied on. */
@ApplicationScoped
class AssuranceUpkeep {
  private static final int AT_ONCE = 1000;

  private final Plans plans;
  private final Sql sql;
  private final Clock clock;

  AssuranceUpkeep(Plans plans, Sql sql, Clock clock) {
    this.plans = plans;
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
