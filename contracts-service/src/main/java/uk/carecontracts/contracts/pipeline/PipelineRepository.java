package uk.carecontracts.contracts.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.forwardplan.PlanRecord;
import uk.carecontracts.contracts.forwardplan.PlannedContract;
import uk.carecontracts.contracts.planning.PlanningRecords;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.json.StoredJson;
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
  private static final String TENDERED =
      """
      with lead as (
        select * from jsonb_to_recordset(?::jsonb) as l(authority text, policy int, "majorFrom" numeric)),
      day as (
        select * from jsonb_to_recordset(?::jsonb) as d(policy int, major boolean, ends date, tender date)),
      moved as (
        select f.contract_id, (m ->> 'day')::date as ends, (m ->> 'to')::date as tender
        from forward_plan f cross join jsonb_array_elements(f.content -> 'moves') m
        where f.content -> 'moves' @> '[{"decision": "END", "code": "TENDER_NOTICE"}]'
          and m ->> 'decision' = 'END' and m ->> 'code' = 'TENDER_NOTICE'),
      tendered as (
        select s.contract_id, d.tender
        from day d join contract_found s on coalesce(s.end_date, 'infinity') = d.ends
          left join lead own on own.authority = s.authority
        where coalesce(s.end_date, 'infinity') between ? and ?
          and d.policy = coalesce(own.policy, 0)
          and d.major = (coalesce(s.total_value, 0) >= coalesce(own."majorFrom", ?))
          and not exists (select 1 from moved m where m.contract_id = s.contract_id and m.ends = s.end_date)
        union all
        select m.contract_id, m.tender
        from moved m join contract_found s on s.contract_id = m.contract_id and s.end_date = m.ends
        where m.tender between ? and ?)
      """;

  private final Sql sql;
  private final PlanningRecords records;
  private final StoredJson json;

  PipelineRepository(Sql sql, PlanningRecords records, StoredJson json) {
    this.sql = sql;
    this.records = records;
    this.json = json;
  }

  /** Contracts that end in a stretch of days, as the pipeline shows them, by the day they end. */
  List<Ending> endings(
      PipelineFilter filter, LocalDate today, Stretch stretch, @Nullable Cursor after, int limit) {
    Conditions conditions =
        PipelineConditions.of(filter, today)
            .all("coalesce(s.end_date, 'infinity') between ? and ?", stretch.from(), stretch.to());
    if (after != null) {
      conditions.all("(s.end_date, c.id) > (?::date, ?)", after.values().get(0), after.id(1));
    }
    return sql.list(
        SELECT + conditions.where() + " order by s.end_date, c.id limit " + limit,
        this::ending,
        conditions.parameters());
  }

  /** Contracts whose tenders are expected in a stretch of days, by those days. */
  List<Ending> tenders(
      PipelineFilter filter,
      LocalDate today,
      TenderDays days,
      Stretch stretch,
      @Nullable Cursor after,
      int limit) {
    Conditions conditions = PipelineConditions.of(filter, today);
    if (after != null) {
      conditions.all("(t.tender, c.id) > (?::date, ?)", after.values().get(0), after.id(1));
    }
    List<TenderDays.Expected> expected = days.in(stretch);
    List<@Nullable Object> parameters =
        new ArrayList<>(
            List.of(
                json.write(days.leads()),
                json.write(expected),
                expected.stream()
                    .map(TenderDays.Expected::ends)
                    .min(Comparator.naturalOrder())
                    .orElse(today),
                expected.stream()
                    .map(TenderDays.Expected::ends)
                    .max(Comparator.naturalOrder())
                    .orElse(today),
                days.majorFrom(),
                stretch.from(),
                stretch.to()));
    parameters.addAll(Arrays.asList(conditions.parameters()));
    return sql.list(
        TENDERED
            + SELECT
            + " join tendered t on t.contract_id = c.id"
            + conditions.where()
            + " order by t.tender, c.id limit "
            + limit,
        this::ending,
        parameters.toArray());
  }

  /** The day the last contract within reach ends; empty when none does. */
  Optional<LocalDate> lastEnd() {
    return sql.first(
        "select end_date from contract_found where coalesce(end_date, 'infinity') < 'infinity'"
            + " order by coalesce(end_date, 'infinity') desc limit 1",
        row -> row.getObject("end_date", LocalDate.class));
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
