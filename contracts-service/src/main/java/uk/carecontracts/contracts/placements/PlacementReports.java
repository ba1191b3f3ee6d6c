package uk.carecontracts.contracts.placements;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.money.Money;

/** What placements cost, as of days; each report is one statement. */
@ApplicationScoped
class PlacementReports {
  private static final String GIVEN_ON =
      "t.valid_from <= %1$s and coalesce(t.valid_to, 'infinity') > %1$s";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Sql sql;

  PlacementReports(Sql sql) {
    this.sql = sql;
  }

  /** How prices are told apart. */
  public enum Grouping {
    /** One group for each care type in each area. */
    CARE_TYPE_AND_AREA,
    /** One group for each care type. */
    CARE_TYPE,
    /** One group for each area. */
    AREA
  }

  private record Priced(@Nullable String careType, @Nullable String area, BigDecimal price) {
    List<@Nullable String> key() {
      List<@Nullable String> key = new ArrayList<>();
      key.add(careType);
      key.add(area);
      return key;
    }
  }

  /** The distribution of weekly prices on a day. */
  List<PriceGroup> prices(ReportFilter filter, Grouping grouping, LocalDate day) {
    String careType = grouping == Grouping.AREA ? "null::text" : "t.care_type";
    String area = grouping == Grouping.CARE_TYPE ? "null::text" : "t.area";
    Conditions conditions = filter.conditions().all(GIVEN_ON.formatted("?"), day, day);
    Map<List<@Nullable String>, List<BigDecimal>> groups = new LinkedHashMap<>();
    sql.list(
            "select "
                + careType
                + " as care_type, "
                + area
                + " as area, t.weekly_price from placement_terms t join placement p on p.id ="
                + " t.placement_id"
                + conditions.where()
                + " order by 1, 2, t.weekly_price",
            row ->
                new Priced(
                    row.getString("care_type"),
                    row.getString("area"),
                    row.getBigDecimal("weekly_price")),
            conditions.parameters())
        .forEach(
            each -> groups.computeIfAbsent(each.key(), key -> new ArrayList<>()).add(each.price()));
    List<PriceGroup> found = new ArrayList<>();
    groups.forEach(
        (key, prices) ->
            found.add(new PriceGroup(key.get(0), key.get(1), PriceSummary.of(prices))));
    return found;
  }

  /** Spot and block on the last day of each month from one month to another. */
  List<MixEntry> mix(ReportFilter filter, LocalDate from, LocalDate to) {
    Conditions conditions = filter.conditions();
    String where = conditions.where();
    return sql.list(
        """
        select d.day::date as day,
          count(m.kind) filter (where m.kind = 'SPOT') as spot,
          coalesce(sum(m.weekly_price) filter (where m.kind = 'SPOT'), 0) as spot_cost,
          count(m.kind) filter (where m.kind = 'BLOCK') as block,
          coalesce(sum(m.weekly_price) filter (where m.kind = 'BLOCK'), 0) as block_cost
        from (select (m + interval '1 month' - interval '1 day') as day
              from generate_series(?::date, ?::date, interval '1 month') m) d
        left join (select t.* from placement_terms t join placement p on p.id = t.placement_id
        """
            + where
            + ") m on m.valid_from <= d.day and coalesce(m.valid_to, 'infinity') > d.day"
            + " group by d.day order by d.day",
        PlacementReports::mixEntry,
        Conditions.before(
            from.withDayOfMonth(1),
            Conditions.before(to.withDayOfMonth(1), conditions.parameters())));
  }

  private static MixEntry mixEntry(ResultSet row) throws SQLException {
    long spot = row.getLong("spot");
    long block = row.getLong("block");
    BigDecimal spotCost = row.getBigDecimal("spot_cost");
    BigDecimal blockCost = row.getBigDecimal("block_cost");
    return new MixEntry(
        row.getDate("day").toLocalDate(),
        spot,
        Money.gbp(spotCost),
        block,
        Money.gbp(blockCost),
        share(BigDecimal.valueOf(spot), BigDecimal.valueOf(spot + block)),
        share(spotCost, spotCost.add(blockCost)));
  }

  /** A part of a whole in percent to two places; null when there is no whole. */
  static @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? null
        : part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
  }
}
