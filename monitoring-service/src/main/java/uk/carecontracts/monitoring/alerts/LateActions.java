package uk.carecontracts.monitoring.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/**
 * Finds action plans of active contracts that are late: not agreed by their day, or with actions
 * past theirs. The subject is the assessment answered, from its publication on, else the plan.
 */
@ApplicationScoped
class LateActions {
  private static final String LATE =
      """
      select l.*, c.reference from (
        select a.id::text as subject, a.authority, a.contract_id, a.provider_id,
          0 as actions, (a.state ->> 'actionPlanBy')::date as since
        from assessment a
        where a.status = 'PUBLISHED' and a.state ->> 'actionPlanBy' < ?
          and not exists (select from action_plan p where p.assessment_id = a.id)
        union all
        select coalesce(p.assessment_id, p.plan_id)::text, p.authority, p.contract_id,
          p.provider_id, count(*)::int, min(p.due_on)::date
        from agreed_action p
        where p.plan_status = 'OPEN' and p.next_due < ? and p.status = 'OPEN' and p.due_on < ?
        group by p.plan_id, p.authority, p.contract_id, p.provider_id, p.assessment_id) l
      join contract_view c on c.contract_id = l.contract_id and c.status = 'ACTIVE'
      where ?::text is null or l.subject = ?
      order by l.subject""";

  private final Sql sql;
  private final AlertRules rules;
  private final Clock clock;

  LateActions(Sql sql, AlertRules rules, Clock clock) {
    this.sql = sql;
    this.rules = rules;
    this.clock = clock;
  }

  /** Everything that is late. */
  List<Cause> all() {
    return of(null);
  }

  /** What is late of one subject. */
  Optional<Cause> find(String subject) {
    return of(subject).stream().findFirst();
  }

  private List<Cause> of(@Nullable String subject) {
    LocalDate today = LocalDate.now(clock);
    String before = today.toString();
    LocalDate serious = today.minusDays(rules.actionSeriousDays());
    return sql.list(LATE, row -> cause(row, serious), before, before, before, subject, subject);
  }

  private static Cause cause(ResultSet row, LocalDate serious) throws SQLException {
    LocalDate since = Objects.requireNonNull(Sql.day(row, "since"));
    int actions = row.getInt("actions");
    String what =
        actions == 0
            ? "shortfalls have no action plan; it was to be agreed by " + since
            : "%d %s not done in time, the earliest was due on %s"
                .formatted(actions, actions == 1 ? "action was" : "actions were", since);
    return new Cause(
        row.getString("authority"),
        AlertKind.ACTION_PLAN_LATE,
        row.getString("subject"),
        Sql.uuid(row, "contract_id"),
        Sql.uuid(row, "provider_id"),
        since.isBefore(serious) ? AlertSeverity.SERIOUS : AlertSeverity.WARNING,
        row.getString("reference") + ": " + what);
  }
}
