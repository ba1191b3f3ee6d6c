package uk.carecontracts.monitoring.scorecards;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Lists of scorecards in one statement. */
@ApplicationScoped
class ScorecardQueries {
  private final Sql sql;

  ScorecardQueries(Sql sql) {
    this.sql = sql;
  }

  /** Scorecards by contract; one row more than the limit tells that more follow. */
  List<ScorecardSummary> page(ScorecardFilter filter, @Nullable UUID after, int rows) {
    Conditions conditions =
        new Conditions()
            .and("s.contract_id > ?", after)
            .and("s.rag = ?", filter.rag)
            .and("s.provider_id" + ProviderRecords.ANY_RECORD_OF, filter.providerId);
    return sql.list(
        "select s.*, p.contract_reference, p.contract_title, p.provider_name"
            + " from scorecard_summary s join monitoring_plan p on p.id = s.plan_id"
            + conditions.where()
            + " order by s.contract_id limit ?",
        ScorecardQueries::read,
        conditions.parameters(rows));
  }

  private static ScorecardSummary read(ResultSet row) throws SQLException {
    return new ScorecardSummary(
        Objects.requireNonNull(Sql.uuid(row, "contract_id")),
        Objects.requireNonNull(Sql.uuid(row, "plan_id")),
        row.getString("contract_reference"),
        row.getString("contract_title"),
        Sql.uuid(row, "provider_id"),
        row.getString("provider_name"),
        Rag.valueOf(row.getString("rag")),
        row.getBigDecimal("points"),
        row.getBigDecimal("achievement_percent"),
        Sql.day(row, "period_end"));
  }
}
