package uk.carecontracts.monitoring.plans;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Lists of plans and of due returns, one statement each. */
@ApplicationScoped
class PlanQueries {
  private static final String PLANS =
      """
      select p.*, missing.next_due, missing.overdue from monitoring_plan p
      cross join lateral (
        select min(d.due_on) as next_due, count(*) filter (where d.due_on < ?) as overdue
        from return_period d
        left join performance_return r
          on r.plan_id = d.plan_id and r.period_start = d.period_start
        where d.plan_id = p.id and d.expected and r.submitted_at is null) missing""";

  private static final String DUE =
      """
      select d.plan_id, p.contract_id, p.contract_reference, p.provider_id, p.provider_name,
        d.period_start, d.period_end, d.due_on, d.overdue_since, r.id as return_id, r.status
      from return_period d
      join monitoring_plan p on p.id = d.plan_id
      left join performance_return r on r.plan_id = d.plan_id and r.period_start = d.period_start""";

  private final Sql sql;

  PlanQueries(Sql sql) {
    this.sql = sql;
  }

  /** Plans by id; one row more than the limit tells that more follow. */
  List<PlanSummary> plans(PlanFilter filter, LocalDate today, @Nullable UUID after, int rows) {
    Conditions conditions =
        new Conditions()
            .and("p.id > ?", after)
            .and("p.contract_id = ?", filter.contractId)
            .and("p.provider_id" + ProviderRecords.ANY_RECORD_OF, filter.providerId)
            .and("p.status = ?", filter.status)
            .and("missing.next_due < ?", filter.dueBefore)
            .when(Boolean.TRUE.equals(filter.overdue), "missing.overdue > 0")
            .when(Boolean.FALSE.equals(filter.overdue), "missing.overdue = 0");
    return sql.list(
        PLANS + conditions.where() + " order by p.id limit ?",
        PlanQueries::plan,
        Conditions.before(today, conditions.parameters(rows)));
  }

  private static PlanSummary plan(ResultSet row) throws SQLException {
    int overdue = row.getInt("overdue");
    return new PlanSummary(
        Objects.requireNonNull(Sql.uuid(row, "id")),
        Objects.requireNonNull(Sql.uuid(row, "contract_id")),
        row.getString("contract_reference"),
        row.getString("contract_title"),
        Sql.uuid(row, "provider_id"),
        row.getString("provider_name"),
        row.getString("service_type"),
        PlanStatus.valueOf(row.getString("status")),
        Objects.requireNonNull(Sql.day(row, "starts_on")),
        Objects.requireNonNull(Sql.day(row, "ends_on")),
        row.getInt("frequency_months"),
        Sql.day(row, "next_due"),
        overdue > 0,
        overdue,
        row.getLong("version"));
  }

  /** Where a list of due returns goes on. */
  record Place(LocalDate dueOn, UUID planId, LocalDate periodStart) {}

  /** Expected returns that are not submitted, by due day. */
  List<DueReturn> due(DueFilter filter, LocalDate today, @Nullable Place after, int rows) {
    Conditions conditions =
        new Conditions()
            .when(true, "d.expected and r.submitted_at is null")
            .and("d.plan_id = ?", filter.planId)
            .and("p.provider_id" + ProviderRecords.ANY_RECORD_OF, filter.providerId)
            .and("d.due_on < ?", filter.dueBefore)
            .and("d.due_on < ?", Boolean.TRUE.equals(filter.overdue) ? today : null)
            .and("d.due_on >= ?", Boolean.FALSE.equals(filter.overdue) ? today : null);
    if (after != null) {
      conditions.all(
          "(d.due_on, d.plan_id, d.period_start) > (?, ?, ?)",
          after.dueOn(),
          after.planId(),
          after.periodStart());
    }
    return sql.list(
        DUE + conditions.where() + " order by d.due_on, d.plan_id, d.period_start limit ?",
        row -> due(row, today),
        conditions.parameters(rows));
  }

  private static DueReturn due(ResultSet row, LocalDate today) throws SQLException {
    LocalDate dueOn = Objects.requireNonNull(Sql.day(row, "due_on"));
    return new DueReturn(
        Objects.requireNonNull(Sql.uuid(row, "plan_id")),
        Objects.requireNonNull(Sql.uuid(row, "contract_id")),
        row.getString("contract_reference"),
        Sql.uuid(row, "provider_id"),
        row.getString("provider_name"),
        Objects.requireNonNull(Sql.day(row, "period_start")),
        Objects.requireNonNull(Sql.day(row, "period_end")),
        dueOn,
        dueOn.isBefore(today),
        Sql.day(row, "overdue_since"),
        Sql.uuid(row, "return_id"),
        row.getString("status"));
  }

  /** A period of a plan found overdue. */
  record Overdue(UUID planId, LocalDate periodStart) {}

  /** Expected returns past their due day that are neither submitted nor marked yet. */
  List<Overdue> newlyOverdue(LocalDate today, int most) {
    return sql.list(
        """
        select d.plan_id, d.period_start from return_period d
        join monitoring_plan p on p.id = d.plan_id
        left join performance_return r
          on r.plan_id = d.plan_id and r.period_start = d.period_start
        where d.expected and d.due_on < ? and d.overdue_since is null and r.submitted_at is null
        order by d.plan_id, d.period_start limit ?""",
        row ->
            new Overdue(
                Objects.requireNonNull(Sql.uuid(row, "plan_id")),
                Objects.requireNonNull(Sql.day(row, "period_start"))),
        today,
        most);
  }

  /** How many expected returns of open plans are past their due day and not submitted. */
  long overdue(LocalDate today) {
    return sql.list(
            """
            select count(*) from return_period d
            join monitoring_plan p on p.id = d.plan_id and p.status = 'OPEN'
            left join performance_return r
              on r.plan_id = d.plan_id and r.period_start = d.period_start
            where d.expected and d.due_on < ? and r.submitted_at is null""",
            row -> row.getLong(1),
            today)
        .get(0);
  }
}
