package uk.carecontracts.providers.locations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/** What care there is room for, by council area and kind of care, on a day. */
@ApplicationScoped
public class Capacities {

  private static final String SELECT =
      """
      select area, care_type, count(*) as homes, coalesce(sum(beds), 0) as beds,
        count(*) filter (where beds is null) as without_beds,
        array_agg(id::text order by id) as counted
      from (
        select l.id, l.area, l.care_type, beds_on(l.id, cast(? as date)) as beds from location l
        where (cast(? as text) is null or l.area = ?)
          and (cast(? as text) is null or l.care_type = ?) and open_on(l.id, cast(? as date))
      ) open group by area, care_type order by area, care_type""";

  private final Sql sql;

  Capacities(Sql sql) {
    this.sql = sql;
  }

  /**
   * The open locations of one kind in one area.
   *
   * @param area GSS code of the council area
   * @param careType kind of care
   * @param locations how many are open
   * @param beds their registered beds or places, as far as known
   * @param withoutBeds how many state no number
   * @param counted the locations counted
   */
  @Schema(name = "AreaCapacity")
  public record Capacity(
      String area,
      CareType careType,
      long locations,
      long beds,
      long withoutBeds,
      List<UUID> counted) {}

  /**
   * Capacity on a day.
   *
   * @param day the day
   * @param area GSS code, or null for every area
   * @param careType kind of care, or null for every kind
   */
  public List<Capacity> on(LocalDate day, @Nullable String area, @Nullable CareType careType) {
    return sql.list(
        SELECT,
        row ->
            new Capacity(
                row.getString("area"),
                CareType.valueOf(row.getString("care_type")),
                row.getLong("homes"),
                row.getLong("beds"),
                row.getLong("without_beds"),
                Sql.texts(row, "counted").stream().map(UUID::fromString).toList()),
        day,
        area,
        area,
        careType,
        careType,
        day);
  }
}
