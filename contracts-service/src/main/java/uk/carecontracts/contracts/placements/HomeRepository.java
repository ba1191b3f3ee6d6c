package uk.carecontracts.contracts.placements;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/** Homes and their ratings as the provider register told of them. */
@ApplicationScoped
class HomeRepository {
  private static final String KEEP =
      """
      insert into placement_home (location_id, name, care_type, area) values (?, ?, ?, ?)
      on conflict (location_id) do update set name = excluded.name,
        care_type = excluded.care_type, area = excluded.area""";
  private static final String KEEP_RATING =
      """
      insert into placement_home_rating (location_id, report_date, overall) values (?, ?, ?)
      on conflict (location_id, report_date) do update set overall = excluded.overall""";

  private final Sql sql;

  HomeRepository(Sql sql) {
    this.sql = sql;
  }

  /** The home, or null when nothing was told of it. */
  @Nullable Home find(UUID id) {
    return sql.first(
            "select location_id, name, care_type, area from placement_home where location_id = ?",
            row ->
                new Home(
                    row.getObject("location_id", UUID.class),
                    row.getString("name"),
                    row.getString("care_type"),
                    row.getString("area")),
            id)
        .orElse(null);
  }

  /** Replaces what was held of the home. */
  void keep(Home home) {
    sql.update(KEEP, home.id(), home.name(), home.careType(), home.area());
  }

  /**
   * Takes over the latest ratings. An event tells the last two only: older ones stay as they were
   * told before, later or other ones were corrected away.
   */
  void keepRatings(UUID home, List<HomeRating> latest) {
    if (latest.isEmpty()) {
      sql.update("delete from placement_home_rating where location_id = ?", home);
      return;
    }
    sql.update(
        "delete from placement_home_rating where location_id = ? and report_date >= ?",
        home,
        latest.get(0).reportDate());
    latest.forEach(each -> sql.update(KEEP_RATING, home, each.reportDate(), each.overall()));
  }

  /** Forgets every home. */
  void clear() {
    sql.update("delete from placement_home_rating");
    sql.update("delete from placement_home");
  }
}
