package uk.carecontracts.monitoring.returns;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.time.Clocks;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Lists of returns, one statement each. */
@ApplicationScoped
class ReturnQueries {
  private static final String RETURNS =
      """
      select r.*, p.contract_reference, p.provider_name, d.due_on from performance_return r
      join monitoring_plan p on p.id = r.plan_id
      join return_period d on d.plan_id = r.plan_id and d.period_start = r.period_start""";

  private final Sql sql;

  ReturnQueries(Sql sql) {
    this.sql = sql;
  }

  /** Returns by id; one row more than the limit tells that more follow. */
  List<ReturnSummary> returns(
      ReturnFilter filter, LocalDate today, @Nullable UUID after, int rows) {
    Conditions conditions =
        new Conditions()
            .and("r.id > ?", after)
            .and("r.plan_id = ?", filter.planId)
            .and("r.contract_id = ?", filter.contractId)
            .and("r.provider_id" + ProviderRecords.ANY_RECORD_OF, filter.providerId)
            .and("r.status = ?", filter.status)
            .and("r.flagged = ?", filter.flagged);
    return sql.list(
        RETURNS + conditions.where() + " order by r.id limit ?",
        row -> read(row, today),
        conditions.parameters(rows));
  }

  private static ReturnSummary read(ResultSet row, LocalDate today) throws SQLException {
    Instant submitted = Sql.instant(row, "submitted_at");
    LocalDate dueOn = Objects.requireNonNull(Sql.day(row, "due_on"));
    LocalDate came = submitted == null ? today : LocalDate.ofInstant(submitted, Clocks.LONDON);
    return new ReturnSummary(
        Objects.requireNonNull(Sql.uuid(row, "id")),
        Objects.requireNonNull(Sql.uuid(row, "plan_id")),
        Objects.requireNonNull(Sql.uuid(row, "contract_id")),
        row.getString("contract_reference"),
        Sql.uuid(row, "provider_id"),
        row.getString("provider_name"),
        Objects.requireNonNull(Sql.day(row, "period_start")),
        Objects.requireNonNull(Sql.day(row, "period_end")),
        dueOn,
        ReturnStatus.valueOf(row.getString("status")),
        submitted,
        came.isAfter(dueOn),
        row.getBoolean("flagged"),
        row.getLong("version"));
  }
}
