package uk.carecontracts.contracts.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.forwardplan.PlanRecord;
import uk.carecontracts.contracts.forwardplan.PlannedContract;
import uk.carecontracts.contracts.planning.PlanningRecords;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.money.Money;

/** Reads the pipeline of every council within reach, one statement a page. */
@ApplicationScoped
class PipelineRepository {
  private static final String FROM =
      " from contract_found s join contract c on c.id = s.contract_id"
          + " left join forward_plan f on f.contract_id = c.id";
  private static final String SELECT =
      "select c.id, c.authority, c.reference, s.title, c.type, c.service_type, c.client_groups,"
          + " c.categories, c.area, s.end_date, c.updated_at, coalesce(s.total_value, 0) as total,"
          + " case when s.total_value is null then 0 else coalesce(c.annual_value, 0) end as annual,"
          + " case when exists (select 1 from publication_exemption e where e.contract_id = c.id"
          + " and e.field = 'DEPARTMENT' and e.status = 'IN_FORCE') then null else coalesce(nullif(c.terms ->> 'department', ''), c.terms ->> 'directorate') end"
          + " as department, c.terms -> 'lots' as lots, f.content"
          + FROM;

  private final Sql sql;
  private final PlanningRecords records;

  PipelineRepository(Sql sql, PlanningRecords records) {
    this.sql = sql;
    this.records = records;
  }

  /** Contracts that end, as the pipeline shows them, by the day they end. */
  List<Ending> endings(PipelineFilter filter, LocalDate today, @Nullable Cursor after, int limit) {
    Conditions conditions = PipelineConditions.of(filter, today);
    if (after != null) {
      conditions.all("(s.end_date, c.id) > (?::date, ?)", after.values().get(0), after.id(1));
    }
    return sql.list(
        SELECT + conditions.where() + " order by s.end_date, c.id limit " + limit,
        this::ending,
        conditions.parameters());
  }

  /** Estimated spend by financial year in which new contracts start, and service. */
  List<ForwardSpend.Line> spend(PipelineFilter filter, LocalDate today) {
    Conditions conditions = PipelineConditions.of(filter, today);
    return sql.list(
        "select extract(year from s.end_date + 1 - interval '3 months')::int as year,"
            + " coalesce(c.service_type, c.categories[1], 'OTHER') as category,"
            + " count(*) as procurements, sum(case when c.type in ('FRAMEWORK', 'DYNAMIC_MARKET')"
            + " then 0 else coalesce(s.total_value, 0) end) as total, sum(case when c.type in"
            + " ('FRAMEWORK', 'DYNAMIC_MARKET') then 0 when s.total_value is null then 0 else coalesce(c.annual_value, 0) end) as annual"
            + FROM
            + conditions.where()
            + " group by 1, 2 order by 1, 2 limit 2000",
        row ->
            new ForwardSpend.Line(
                ForwardSpend.financialYear(row.getInt("year")),
                row.getString("category"),
                row.getLong("procurements"),
                Money.gbp(row.getBigDecimal("annual")),
                Money.gbp(row.getBigDecimal("total"))),
        conditions.parameters());
  }

  private Ending ending(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String authority = row.getString("authority");
    String content = row.getString("content");
    return new Ending(
        new PlannedContract(
            id,
            authority,
            row.getString("reference"),
            row.getString("title"),
            row.getString("department"),
            row.getString("type"),
            row.getString("service_type"),
            Sql.texts(row, "client_groups"),
            Sql.texts(row, "categories"),
            row.getString("area"),
            row.getBigDecimal("total"),
            row.getBigDecimal("annual")),
        row.getDate("end_date").toLocalDate(),
        content == null ? null : records.read(content, PlanRecord.class),
        lots(row.getString("lots")),
        row.getTimestamp("updated_at").toInstant());
  }

  private List<String> lots(@Nullable String array) {
    List<String> titles = new ArrayList<>();
    if (array != null) {
      for (JsonNode lot : records.read(array, JsonNode.class)) {
        titles.add(lot.path("title").asText(lot.path("id").asText()));
      }
    }
    return titles;
  }
}
