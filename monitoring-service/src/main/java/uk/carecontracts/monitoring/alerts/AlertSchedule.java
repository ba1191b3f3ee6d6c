package uk.carecontracts.monitoring.alerts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/**
 * What time alone brings about: contracts near their end, actions that are late, causes that are
 * gone for good.
 */
@ApplicationScoped
class AlertSchedule {
  private final AlertWatch watch;
  private final Alerts alerts;
  private final LateActions lateActions;
  private final ActionReminders reminders;
  private final AlertStore store;
  private final AlertRules rules;
  private final Sql sql;
  private final Clock clock;

  AlertSchedule(
      AlertWatch watch,
      Alerts alerts,
      LateActions lateActions,
      ActionReminders reminders,
      AlertStore store,
      AlertRules rules,
      Sql sql,
      Clock clock) {
    this.watch = watch;
    this.alerts = alerts;
    this.lateActions = lateActions;
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
    actions();
    reminders();
    while (QuarkusTransaction.requiringNew().call(alerts::resolveSettled) > 0) {
      // until none is left that has settled
    }
  }

  /** What is due soon, and what was: an action that is late is no reminder any more. */
  private void reminders() {
    Map<String, Cause> due = new TreeMap<>();
    reminders.of(null).forEach(cause -> due.put(cause.subject(), cause));
    Map<String, String> authorities = new TreeMap<>();
    due.values().forEach(cause -> authorities.put(cause.subject(), cause.authority()));
    store
        .standing(AlertKind.ACTION_DUE)
        .forEach(alert -> authorities.put(alert.subject(), alert.authority()));
    authorities.forEach(
        (action, authority) ->
            QuarkusTransaction.requiringNew().run(() -> watch.reminder(authority, action, due)));
  }

  /** What is late, and what was: a contract that has ended has nothing late any more. */
  private void actions() {
    Map<String, String> authorities = new TreeMap<>();
    lateActions.all().forEach(cause -> authorities.put(cause.subject(), cause.authority()));
    store
        .standing(AlertKind.ACTION_PLAN_LATE)
        .forEach(alert -> authorities.put(alert.subject(), alert.authority()));
    authorities.forEach(
        (subject, authority) ->
            QuarkusTransaction.requiringNew().run(() -> watch.actions(authority, subject)));
  }
}
