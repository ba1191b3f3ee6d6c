package uk.carecontracts.monitoring.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Brings kept figures together, in one statement. */
@ApplicationScoped
class FigureQueries {
  private static final UUID NOBODY = new UUID(0, 0);

  private final Sql sql;

  FigureQueries(Sql sql) {
    this.sql = sql;
  }

  /** A line of figures with the keys it is sorted by. */
  record Line(VisitFigure figure, List<Object> place) {}

  /** Kept figures brought together, in the order of the groups asked for. */
  List<Line> figures(
      FigureFilter filter,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable List<Object> after,
      int rows) {
    Set<FigureGroup> groups = filter.groups();
    Conditions conditions =
        new Conditions()
            .and("f.contract_id = ?", filter.contractId)
            .and("f.provider_id" + ProviderRecords.ANY_RECORD_OF, filter.providerId)
            .and("f.area = ?", filter.area)
            .and("f.month >= ?", from)
            .and("f.month <= ?", to);
    if (after != null) {
      conditions.all(FigureSql.after(groups), after.toArray());
    }
    return sql.list(
        FigureSql.lines(groups, conditions.where()),
        row -> line(row, groups),
        conditions.parameters(rows));
  }

  private static Line line(ResultSet row, Set<FigureGroup> groups) throws SQLException {
    UUID contract = Sql.uuid(row, "contract_id");
    UUID provider = Sql.uuid(row, "provider_id");
    String area = row.getString("area");
    LocalDate month = Sql.day(row, "month");
    List<Object> place = new ArrayList<>();
    for (FigureGroup group : groups) {
      place.add(
          Objects.requireNonNull(
              switch (group) {
                case CONTRACT -> contract;
                case PROVIDER -> Objects.requireNonNullElse(provider, NOBODY);
                case AREA -> area;
                case MONTH -> month;
              }));
    }
    VisitFigure figure =
        VisitFigure.of(
            contract,
            row.getString("reference"),
            provider,
            area,
            month == null ? null : YearMonth.from(month).toString(),
            counts(row));
    return new Line(figure, place);
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
