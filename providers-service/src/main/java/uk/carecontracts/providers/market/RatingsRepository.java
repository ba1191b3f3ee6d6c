package uk.carecontracts.providers.market;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.providers.locations.CareType;

/** How locations were rated on days. */
@ApplicationScoped
class RatingsRepository {

  private static final String STANDING =
      """
      (case when open_on(l.id, ?) then coalesce((
        select r.overall from location_rating r
        where r.location_id = l.id and not r.replaced and r.report_date <= ?
        order by r.report_date desc, r.regulator limit 1), 'UNKNOWN')
      end)""";

  private static final String SELECT =
      """
      select l.area, l.care_type, %s as before, %s as after, array_agg(l.id::text order by l.id)
        as counted
      from location l
      where (?::text is null or l.area = ?) and (?::text is null or l.care_type = ?)
      group by 1, 2, 3, 4 order by 1, 2, 3, 4""";

  private final Sql sql;

  RatingsRepository(Sql sql) {
    this.sql = sql;
  }

  /**
   * Locations that were rated alike on both days.
   *
   * @param area GSS code of the council area
   * @param careType kind of care
   * @param before rating on the first day, UNKNOWN without one; null when it was not open
   * @param after rating on the second day; null when it was not open
   * @param counted the locations
   */
  record Cell(
      String area,
      CareType careType,
      @Nullable String before,
      @Nullable String after,
      List<UUID> counted) {}

  List<Cell> cells(
      LocalDate from, LocalDate to, @Nullable String area, @Nullable CareType careType) {
    return sql.list(
        SELECT.formatted(STANDING, STANDING),
        row ->
            new Cell(
                row.getString("area"),
                CareType.valueOf(row.getString("care_type")),
                row.getString("before"),
                row.getString("after"),
                Sql.texts(row, "counted").stream().map(UUID::fromString).toList()),
        from,
        from,
        to,
        to,
        area,
        area,
        careType,
        careType);
  }
}
