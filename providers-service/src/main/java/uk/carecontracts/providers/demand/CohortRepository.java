package uk.carecontracts.providers.demand;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;

/** Imported population cohorts. */
@ApplicationScoped
class CohortRepository {

  private final Sql sql;

  CohortRepository(Sql sql) {
    this.sql = sql;
  }

  /** A cohort with the publication it comes from. */
  record Sourced(String source, Cohort cohort) {}

  List<Cohort> of(
      String authority, String source, Collection<String> areas, int firstYear, int lastYear) {
    return sql.list(
        """
        select area, age_band, year, people from population_cohort
        where authority = ? and source = ? and area = any (?) and year between ? and ?
        order by area, age_band, year""",
        CohortRepository::read,
        authority,
        source,
        areas,
        firstYear,
        lastYear);
  }

  List<Sourced> page(
      String authority,
      @Nullable String source,
      @Nullable String area,
      @Nullable Integer year,
      @Nullable Sourced after,
      int rows) {
    Conditions conditions =
        new Conditions()
            .and("authority = ?", authority)
            .and("source = ?", source)
            .and("area = ?", area)
            .and("year = ?", year);
    if (after != null) {
      Cohort last = after.cohort();
      conditions.all(
          "(source, area, age_band, year) > (?, ?, ?, ?)",
          after.source(),
          last.area(),
          last.ageBand(),
          last.year());
    }
    return sql.list(
        "select source, area, age_band, year, people from population_cohort"
            + conditions.where()
            + " order by source, area, age_band, year limit ?",
        row -> new Sourced(row.getString("source"), read(row)),
        conditions.parameters(rows));
  }

  private static Cohort read(ResultSet row) throws SQLException {
    return new Cohort(
        row.getString("area"),
        row.getString("age_band"),
        row.getInt("year"),
        row.getBigDecimal("people"));
  }

  /** What is held for an area and band of a publication. */
  List<Cohort> held(String authority, String source, String area, String band) {
    return sql.list(
        """
        select area, age_band, year, people from population_cohort
        where authority = ? and source = ? and area = ? and age_band = ?""",
        CohortRepository::read,
        authority,
        source,
        area,
        band);
  }

  void keep(String authority, String source, List<Cohort> cohorts) {
    sql.batch(
        """
        insert into population_cohort (authority, source, area, age_band, year, people)
        values (?, ?, ?, ?, ?, ?)
        on conflict (authority, source, area, age_band, year) do update
          set people = excluded.people""",
        cohorts.stream()
            .map(
                each ->
                    new Object[] {
                      authority, source, each.area(), each.ageBand(), each.year(), each.people()
                    })
            .toList());
  }
}
