package uk.carecontracts.contracts.placements;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.placements.RatingFall.Counted;
import uk.carecontracts.contracts.placements.RatingFall.Fall;
import uk.carecontracts.contracts.placements.RatingFall.Side;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.money.Money;

/** Falls of ratings and new placements around them: two statements for a page. */
@ApplicationScoped
class RatingFallRepository {
  private static final String FALLS =
      """
      select * from (
        select r.location_id, h.name, h.care_type, h.area, r.report_date, r.overall,
          lag(r.overall) over w as earlier,
          array_position(array['INADEQUATE', 'REQUIRES_IMPROVEMENT', 'GOOD', 'OUTSTANDING'],
            r.overall) as place,
          lag(array_position(array['INADEQUATE', 'REQUIRES_IMPROVEMENT', 'GOOD', 'OUTSTANDING'],
            r.overall)) over w as earlier_place
        from placement_home_rating r join placement_home h on h.location_id = r.location_id
        where r.overall in ('INADEQUATE', 'REQUIRES_IMPROVEMENT', 'GOOD', 'OUTSTANDING')
        window w as (partition by r.location_id order by r.report_date)) f""";

  /** One row for each placement near each fall; which fall is told by its place in the page. */
  private static final String AROUND =
      """
      select f.number, p.id, p.start_date, t.weekly_price,
        t.location_id is not distinct from f.location_id as own
      from unnest(?::uuid[], ?::text[]::date[], ?::text[], ?::text[])
        with ordinality as f(location_id, fell_on, care_type, area, number)
      join placement p on p.start_date >= f.fell_on - make_interval(months => ?)
        and p.start_date < f.fell_on + make_interval(months => ?)
      join placement_terms t on t.placement_id = p.id and t.valid_from = p.start_date
      left join placement_home h on h.location_id = t.location_id
      where t.care_type = f.care_type and coalesce(h.area, t.area) = f.area
      order by f.number, t.weekly_price, p.id""";

  private final Sql sql;

  RatingFallRepository(Sql sql) {
    this.sql = sql;
  }

  /** Which falls are wanted. */
  record Wanted(
      @Nullable String area,
      @Nullable String careType,
      @Nullable UUID locationId,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      int months) {
    String fingerprint() {
      return Cursor.fingerprint("rating-falls", area, careType, locationId, from, to, months);
    }
  }

  /** Falls of ratings, the latest first. */
  List<Fall> falls(Wanted wanted, @Nullable Cursor after, int limit) {
    Conditions conditions =
        new Conditions()
            .when(true, "f.place < f.earlier_place")
            .and("f.area = ?", wanted.area())
            .and("f.care_type = ?", wanted.careType())
            .and("f.location_id = ?", wanted.locationId())
            .and("f.report_date >= ?", wanted.from())
            .and("f.report_date <= ?", wanted.to());
    if (after != null) {
      conditions.all(
          "(f.report_date, f.location_id) < (?::date, ?::uuid)",
          after.values().get(0),
          after.values().get(1));
    }
    return sql.list(
        FALLS + conditions.where() + " order by f.report_date desc, f.location_id desc limit ?",
        RatingFallRepository::fall,
        conditions.parameters(limit));
  }

  private static Fall fall(ResultSet row) throws SQLException {
    return new Fall(
        row.getObject("location_id", UUID.class),
        row.getString("name"),
        row.getString("care_type"),
        row.getString("area"),
        row.getDate("report_date").toLocalDate(),
        row.getString("earlier"),
        row.getString("overall"));
  }

  private record Near(int number, boolean own, UUID id, LocalDate start, Money price) {}

  /** Each fall with the new placements around it. */
  List<RatingFall> compare(List<Fall> falls, int months, LocalDate today) {
    if (falls.isEmpty()) {
      return List.of();
    }
    Map<Integer, List<Counted>> counted = new HashMap<>();
    Map<Integer, Integer> leftOut = new HashMap<>();
    for (Near near : around(falls, months)) {
      if (near.own()) {
        leftOut.merge(near.number(), 1, Integer::sum);
      } else {
        Side side =
            near.start().isBefore(falls.get(near.number()).fellOn()) ? Side.BEFORE : Side.AFTER;
        counted
            .computeIfAbsent(near.number(), key -> new ArrayList<>())
            .add(new Counted(near.id(), near.start(), near.price(), side));
      }
    }
    List<RatingFall> compared = new ArrayList<>();
    for (int i = 0; i < falls.size(); i++) {
      boolean complete = !falls.get(i).fellOn().plusMonths(months).isAfter(today);
      compared.add(
          RatingFall.of(
              falls.get(i),
              counted.getOrDefault(i, List.of()),
              leftOut.getOrDefault(i, 0),
              complete));
    }
    return compared;
  }

  private List<Near> around(List<Fall> falls, int months) {
    return sql.list(
        AROUND,
        row ->
            new Near(
                row.getInt("number") - 1,
                row.getBoolean("own"),
                row.getObject("id", UUID.class),
                row.getDate("start_date").toLocalDate(),
                Money.gbp(row.getBigDecimal("weekly_price"))),
        falls.stream().map(Fall::locationId).toList(),
        falls.stream().map(each -> each.fellOn().toString()).toList(),
        falls.stream().map(Fall::careType).toList(),
        falls.stream().map(Fall::area).toList(),
        months,
        months);
  }
}
