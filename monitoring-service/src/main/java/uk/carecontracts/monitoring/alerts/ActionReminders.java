package uk.carecontracts.monitoring.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.monitoring.rules.DatedRules;
import uk.carecontracts.monitoring.rules.MonitoringRule;

/**
 * Finds actions of active contracts that are due within a few days and not done. The subject is the
 * action. Once its day has passed {@link LateActions} speaks of it; where an officer acknowledged a
 * reminder that has settled, the same action is not called to mind again.
 */
@ApplicationScoped
class ActionReminders {
  private static final String DUE =
      """
      select p.authority, p.contract_id, p.provider_id, p.action_id, p.shortfall, p.owner,
        p.due_on, c.reference
      from agreed_action p
      join contract_view c on c.contract_id = p.contract_id and c.status = 'ACTIVE'
      where p.plan_status = 'OPEN' and p.next_due <= ? and (?::uuid is null or p.plan_id = ?::uuid)
        and p.status = 'OPEN' and p.due_on between ? and ?
        and not exists (select from alert a where a.authority = p.authority
          and a.kind = 'ACTION_DUE' and a.subject = p.action_id
          and a.status = 'RESOLVED' and a.acknowledged_at is not null)
      order by p.action_id""";

  private final Sql sql;
  private final DatedRules rules;
  private final Clock clock;

  ActionReminders(Sql sql, DatedRules rules, Clock clock) {
    this.sql = sql;
    this.rules = rules;
    this.clock = clock;
  }

  /** Actions due soon, of one plan or of all. */
  List<Cause> of(@Nullable UUID plan) {
    LocalDate today = LocalDate.now(clock);
    String last = today.plusDays(rules.on(MonitoringRule.ACTION_REMINDER_DAYS, today)).toString();
    return sql.list(DUE, ActionReminders::cause, last, plan, plan, today.toString(), last);
  }

  private static Cause cause(ResultSet row) throws SQLException {
    return new Cause(
        row.getString("authority"),
        AlertKind.ACTION_DUE,
        row.getString("action_id"),
        row.getObject("contract_id", UUID.class),
        row.getObject("provider_id", UUID.class),
        AlertSeverity.WARNING,
        "%s: the action on %s (%s) is due on %s and not done yet"
            .formatted(
                row.getString("reference"),
                row.getString("shortfall"),
                row.getString("owner"),
                row.getString("due_on")));
  }
}
