package uk.carecontracts.contracts.indexes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.carecontracts.kit.database.Sql;

/** How far indices moved, for clauses that follow them. */
@ApplicationScoped
public class IndexMovements {
  private static final String LATEST =
      """
      select distinct on (series_code) series_code, point_date, value, movement_percent, source,
        checked
      from index_point
      where movement_percent is not null and point_date <= ?
      order by series_code, point_date desc""";

  private final Sql sql;

  IndexMovements(Sql sql) {
    this.sql = sql;
  }

  /** The latest movement of each series that was published for a day or before, by code. */
  public Map<String, IndexPoint> on(LocalDate day) {
    Map<String, IndexPoint> found = new LinkedHashMap<>();
    sql.list(
            LATEST,
            row ->
                Map.entry(
                    row.getString("series_code"),
                    new IndexPoint(
                        row.getDate("point_date").toLocalDate(),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("movement_percent"),
                        row.getString("source"),
                        row.getBoolean("checked"))),
            day)
        .forEach(each -> found.put(each.getKey(), each.getValue()));
    return found;
  }
}
