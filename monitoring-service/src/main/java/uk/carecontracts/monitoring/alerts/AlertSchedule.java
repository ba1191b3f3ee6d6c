package uk.carecontracts.monitoring.alerts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/**
 * What time alone brings about: contracts near their end, actions and re-audits that are late,
 * causes that are gone for good.
 */
@ApplicationScoped
class AlertSchedule {
  private final AlertWatch watch;
  private final Alerts alerts;
  private final LateActions lateActions;
  private final LateReAudits lateReAudits;
  private final ActionReminders reminders;
  private final AlertStore store;
  private final AlertRules rules;
  private final Sql sql;
  private final Clock clock;

  AlertSchedule(
      AlertWatch watch,
      Alerts alerts,
      LateActions lateActions,
      LateReAudits lateReAudits,
      ActionReminders reminders,
      AlertStore store,
      AlertRules rules,
      Sql sql,
      Clock clock) {
    this.watch = watch;
    this.alerts = alerts;
    this.lateActions = lateActions;
    this.lateReAudits = lateReAudits;
    this.reminders = reminders;
    this.store = store;
    this.rules = rules;
    this.sql = sql;
    this.clock = clock;
  }

  @Scheduled(
      every = "${monitoring.alerts.look-every:1h}",
      delayed = "45s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    Tenancy.runAs(Acting.system("alerts"), this::lookNow);
  }

  private void lookNow() {
    LocalDate today = LocalDate.now(clock);
    List<UUID> ending =
        sql.list(
            """
            select c.contract_id from contract_view c
            where c.status = 'ACTIVE' and c.ends_on <= ? and (c.ends_on <= ? or not exists (
              select from alert a where a.contract_id = c.contract_id and a.kind = 'EXPIRY'
                and a.status <> 'RESOLVED'))""",
            row -> row.getObject(1, UUID.class),
            today.plusDays(rules.expiryDays()),
            today.plusDays(rules.expirySeriousDays()));
    ending.forEach(contract -> QuarkusTransaction.requiringNew().run(() -> watch.expiry(contract)));
    store.standing(AlertKind.RATING_FALL).stream()
        .forEach(
            alert ->
                QuarkusTransaction.requiringNew()
                    .run(() -> watch.rating(alert.authority(), UUID.fromString(alert.subject()))));
    each(lateActions.all(), AlertKind.ACTION_PLAN_LATE, watch::actions);
    each(lateReAudits.all(), AlertKind.RE_AUDIT_LATE, watch::reAudit);
    Map<String, Cause> due = new TreeMap<>();
    reminders.of(null).forEach(cause -> due.put(cause.subject(), cause));
    each(
        due.values(),
        AlertKind.ACTION_DUE,
        (authority, action) -> watch.reminder(authority, action, due));
    while (QuarkusTransaction.requiringNew().call(alerts::resolveSettled) > 0) {
      // until none is left that has settled
    }
  }

  /**
   * Looks at what is found and at what was found before and still stands: an action that is late is
   * no reminder any more, and a contract that has ended has nothing late.
   */
  private void each(Collection<Cause> found, AlertKind kind, BiConsumer<String, String> look) {
    Map<String, String> authorities = new TreeMap<>();
    found.forEach(cause -> authorities.put(cause.subject(), cause.authority()));
    store.standing(kind).forEach(alert -> authorities.put(alert.subject(), alert.authority()));
    authorities.forEach(
        (subject, authority) ->
            QuarkusTransaction.requiringNew().run(() -> look.accept(authority, subject)));
  }
}
