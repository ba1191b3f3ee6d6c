package uk.carecontracts.contracts.indexes;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.problem.ProblemException;

/** Index series in PostgreSQL, the same for every authority. */
@ApplicationScoped
class IndexRepository {
  private static final String SERIES =
      "select id, code, name, unit, movement_rule, source, version from index_series";
  private static final String POINTS =
      "select series_code, point_date, value, movement_percent, source, checked from index_point";

  private final Sql sql;

  IndexRepository(Sql sql) {
    this.sql = sql;
  }

  private record Located(String code, IndexPoint point) {}

  /** Every series with its points, by code. */
  List<IndexSeries> all() {
    Map<String, List<IndexPoint>> points =
        sql.list(POINTS + " order by series_code, point_date", IndexRepository::point).stream()
            .collect(
                Collectors.groupingBy(
                    Located::code, Collectors.mapping(Located::point, Collectors.toList())));
    return sql.list(
        SERIES + " order by code",
        row -> series(row, points.getOrDefault(row.getString("code"), List.of())));
  }

  /** One series, if there is one of that code. */
  Optional<IndexSeries> find(String code) {
    List<IndexPoint> points =
        sql
            .list(
                POINTS + " where series_code = ? order by point_date", IndexRepository::point, code)
            .stream()
            .map(Located::point)
            .toList();
    return sql.first(SERIES + " where code = ?", row -> series(row, points), code);
  }

  private static Located point(ResultSet row) throws SQLException {
    return new Located(
        row.getString("series_code"),
        new IndexPoint(
            row.getDate("point_date").toLocalDate(),
            row.getBigDecimal("value"),
            row.getBigDecimal("movement_percent"),
            row.getString("source"),
            row.getBoolean("checked")));
  }

  private static IndexSeries series(ResultSet row, List<IndexPoint> points) throws SQLException {
    return new IndexSeries(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getString("name"),
        row.getString("unit"),
        row.getString("movement_rule"),
        row.getString("source"),
        points,
        row.getLong("version"));
  }

  /** Adds a point; false when the series has one of that day. */
  boolean add(String code, IndexPoint point) {
    return sql.update(
            """
            insert into index_point (series_code, point_date, value, movement_percent, source, checked)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing""",
            code,
            point.date(),
            point.value(),
            point.movementPercent(),
            point.source(),
            point.checked())
        == 1;
  }

  /**
   * Locks a series and raises its version, if it still has the one given.
   *
   * @param check refuses a version that is not the one the caller read
   */
  void raise(String code, LongConsumer check) {
    long version =
        sql.first(
                "select version from index_series where code = ? for update",
                row -> row.getLong("version"),
                code)
            .orElseThrow(() -> ProblemException.notFound("index series", code));
    check.accept(version);
    sql.update(
        "update index_series set version = version + 1, published = true where code = ?", code);
  }

  /** Codes of series whose news nobody was told. */
  List<String> unpublished() {
    return sql.list(
        "select code from index_series where not published order by code for update skip locked",
        row -> row.getString("code"));
  }
}
