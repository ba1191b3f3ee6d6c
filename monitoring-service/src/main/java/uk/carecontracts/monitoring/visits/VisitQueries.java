package uk.carecontracts.monitoring.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Lists of visits and of figures, one statement each. */
@ApplicationScoped
class VisitQueries {
  private final Sql sql;

  VisitQueries(Sql sql) {
    this.sql = sql;
  }

  /** Where a list of visits goes on; the order of the primary key. */
  record Place(LocalDate month, UUID contractId, Instant plannedStart, UUID key) {}

  /** A visit with its place in the list. */
  record Placed(VisitView visit, Place place) {}

  /** Visits by month, contract and planned start. */
  List<Placed> visits(
      VisitFilter filter, @Nullable LocalDate month, @Nullable Place after, int rows) {
    Conditions conditions =
        new Conditions()
            .and("month = ?", month)
            .and("contract_id = ?", filter.contractId)
            .and("provider_id" + ProviderRecords.ANY_RECORD_OF, filter.providerId)
            .and("status = ?", filter.status)
            .and("status = 'DELIVERED' and on_time = ?", filter.onTime)
            .and("status = 'DELIVERED' and short = ?", filter.shortened)
            .and("person = ?", filter.person);
    if (after != null) {
      conditions.and("month >= ?", after.month());
      conditions.all(
          "(month, contract_id, planned_start, key) > (?, ?, ?, ?)",
          after.month(),
          after.contractId(),
          after.plannedStart(),
          after.key());
    }
    return sql.list(
        "select * from visit"
            + conditions.where()
            + " order by month, contract_id, planned_start, key limit ?",
        VisitQueries::visit,
        conditions.parameters(rows));
  }

  private static Placed visit(ResultSet row) throws SQLException {
    UUID contract = Objects.requireNonNull(Sql.uuid(row, "contract_id"));
    Instant planned = Objects.requireNonNull(Sql.instant(row, "planned_start"));
    boolean preference = row.getBoolean("preference_met");
    boolean noPreference = row.wasNull();
    VisitView view =
        new VisitView(
            row.getString("visit_id"),
            contract,
            Sql.uuid(row, "provider_id"),
            row.getString("area"),
            row.getString("person"),
            Sql.texts(row, "carers"),
            planned,
            row.getInt("planned_minutes"),
            Sql.instant(row, "actual_start"),
            Sql.instant(row, "actual_end"),
            VisitStatus.valueOf(row.getString("status")),
            noPreference ? null : preference,
            row.getBoolean("on_time"),
            row.getBoolean("short"),
            row.getInt("minutes_delivered"),
            Objects.requireNonNull(Sql.instant(row, "recorded_at")));
    return new Placed(
        view,
        new Place(
            Objects.requireNonNull(Sql.day(row, "month")),
            contract,
            planned,
            Objects.requireNonNull(Sql.uuid(row, "key"))));
  }

  /** Parked visits by key. */
  record ParkedRow(ParkedVisit visit, UUID key) {}

  List<ParkedRow> parked(
      @Nullable String reference, @Nullable UUID provider, @Nullable UUID after, int rows) {
    Conditions conditions =
        new Conditions()
            .and("contract_reference = ?", reference)
            .and("provider_id" + ProviderRecords.ANY_RECORD_OF, provider)
            .and("key > ?", after);
    return sql.list(
        "select * from parked_visit" + conditions.where() + " order by key limit ?",
        row ->
            new ParkedRow(
                new ParkedVisit(
                    row.getString("visit_id"),
                    row.getString("contract_reference"),
                    Sql.uuid(row, "provider_id"),
                    Objects.requireNonNull(Sql.instant(row, "planned_start")),
                    ParkReason.valueOf(row.getString("reason")),
                    Objects.requireNonNull(Sql.instant(row, "parked_at"))),
                Objects.requireNonNull(Sql.uuid(row, "key"))),
        conditions.parameters(rows));
  }

  /** A line of figures with the texts it is sorted by. */
  record Line(VisitFigure figure, List<String> place) {}

  /** Kept figures brought together, in the order of the groups asked for. */
  List<Line> figures(
      FigureFilter filter,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable List<String> after,
      int rows) {
    Set<FigureGroup> groups = filter.groups();
    Conditions conditions =
        new Conditions()
            .and("f.contract_id = ?", filter.contractId)
            .and("f.provider_id" + ProviderRecords.ANY_RECORD_OF, filter.providerId)
            .and("f.area = ?", filter.area)
            .and("f.month >= ?", from)
            .and("f.month <= ?", to);
    List<String> texts = groups.stream().map(FigureGroup::text).toList();
    String by = String.join(", ", texts);
    if (after != null) {
      conditions.all(
          "(" + by + ") > (" + String.join(", ", texts.stream().map(t -> "?").toList()) + ")",
          after.toArray());
    }
    List<String> columns = new ArrayList<>();
    for (FigureGroup group : FigureGroup.values()) {
      String name = "g_" + group.column();
      columns.add((groups.contains(group) ? group.text() : "null::text") + " as " + name);
    }
    return sql.list(
        "select "
            + String.join(", ", columns)
            + (groups.contains(FigureGroup.CONTRACT) ? ", min(c.reference)" : ", null::text")
            + " as reference, "
            + SUMS
            + " from visit_figure f left join contract_view c on c.contract_id = f.contract_id"
            + " left join provider_speaker s on s.provider_id = f.provider_id"
            + conditions.where()
            + " group by "
            + by
            + " order by "
            + by
            + " limit ?",
        row -> line(row, groups),
        conditions.parameters(rows));
  }

  private static final String SUMS =
      """
      sum(f.planned) as planned, sum(f.delivered) as delivered, sum(f.missed) as missed,
      sum(f.frustrated) as frustrated, sum(f.cancelled) as cancelled, sum(f.on_time) as on_time,
      sum(f.short_visits) as short_visits, sum(f.minutes_agreed) as minutes_agreed,
      sum(f.minutes_delivered) as minutes_delivered, sum(f.preference_asked) as preference_asked,
      sum(f.preference_met) as preference_met, sum(f.people) as people,
      sum(f.carer_pairs) as carer_pairs\
      """;

  private static Line line(ResultSet row, Set<FigureGroup> groups) throws SQLException {
    String contract = row.getString("g_contract_id");
    String provider = row.getString("g_provider_id");
    List<String> place = new ArrayList<>();
    for (FigureGroup group : groups) {
      place.add(row.getString("g_" + group.column()));
    }
    return new Line(
        VisitFigure.of(
            contract == null ? null : UUID.fromString(contract),
            row.getString("reference"),
            provider == null || provider.isEmpty() ? null : UUID.fromString(provider),
            row.getString("g_area"),
            row.getString("g_month"),
            counts(row)),
        place);
  }

  static VisitFigure.Counts counts(ResultSet row) throws SQLException {
    return new VisitFigure.Counts(
        row.getLong("planned"),
        row.getLong("delivered"),
        row.getLong("missed"),
        row.getLong("frustrated"),
        row.getLong("cancelled"),
        row.getLong("on_time"),
        row.getLong("short_visits"),
        row.getLong("minutes_agreed"),
        row.getLong("minutes_delivered"),
        row.getLong("preference_asked"),
        row.getLong("preference_met"),
        row.getLong("people"),
        row.getLong("carer_pairs"));
  }
}
