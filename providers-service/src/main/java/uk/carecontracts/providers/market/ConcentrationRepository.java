package uk.carecontracts.providers.market;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.providers.locations.CareType;

/** What each ultimate owner holds of each market on a day. */
@ApplicationScoped
class ConcentrationRepository {

  private static final String HOMES =
      """
      select l.area, l.care_type as category, coalesce(o.owner, 'Unknown provider') as owner,
        %s as amount, array_agg(l.id::text order by l.id) as counted
      from location l left join ultimate_owners(?) o on o.provider_id = l.provider_id
      where (?::text is null or l.area = ?) and (?::text is null or l.care_type = ?)
        and l.care_type = any (?) and open_on(l.id, ?)
      group by 1, 2, 3 having %s > 0""";

  private static final String BEDS = "coalesce(sum(beds_on(l.id, '%s')), 0)";

  private static final String VALUE =
      """
      select coalesce(e.area, '') as area, coalesce(e.service_type, '') as category, o.owner,
        sum(e.annual_value) as amount, array_agg(distinct e.contract_id::text) as counted
      from contract_exposure e join ultimate_owners(?) o on o.provider_id = e.provider_id
      where (?::text is null or e.area = ?) and (?::text is null or e.service_type = ?)
        and e.role = 'LEAD_SUPPLIER' and e.currency = 'GBP' and e.annual_value > 0
        and coalesce(e.contract_type, '') not in ('FRAMEWORK', 'DYNAMIC_MARKET')
        and e.status in ('ACTIVE', 'EXPIRED', 'TERMINATED', 'DECOMMISSIONED')
        and e.start_date <= ? and coalesce(e.ended_on, e.end_date, 'infinity') >= ?
      group by 1, 2, 3""";

  private static final String HOURS =
      """
      select coalesce(p.area, '') as area, coalesce(p.service_type, p.care_type, '') as category,
        coalesce(o.owner, p.provider_name, 'Unknown provider') as owner,
        sum(p.hours_per_week) as amount, array_agg(p.placement_id::text order by p.placement_id)
          as counted
      from placements_on(?) p left join ultimate_owners(?) o on o.provider_id = p.provider_id
      where (?::text is null or p.area = ?)
        and (?::text is null or coalesce(p.service_type, p.care_type) = ?)
        and p.hours_per_week > 0
      group by 1, 2, 3""";

  private final Sql sql;

  ConcentrationRepository(Sql sql) {
    this.sql = sql;
  }

  /**
   * What an owner holds of one market.
   *
   * @param area GSS code, or empty
   * @param category kind of care or code of the service, or empty
   * @param holding owner, amount and what was counted
   */
  record Row(String area, String category, Concentration.Holding holding) {}

  /** Everything held of each market. */
  List<Row> holdings(
      ConcentrationMeasure by, @Nullable String area, @Nullable String category, LocalDate day) {
    return switch (by) {
      case VALUE -> select(VALUE, day, area, area, category, category, day, day);
      case HOURS -> select(HOURS, day, day, area, area, category, category);
      case BEDS -> homes(BEDS.formatted(day), area, category, day);
      case HOMES -> homes("count(*)", area, category, day);
    };
  }

  private List<Row> homes(
      String amount, @Nullable String area, @Nullable String category, LocalDate day) {
    List<String> kinds =
        Arrays.stream(CareType.values()).filter(CareType::home).map(Enum::name).toList();
    return select(HOMES.formatted(amount, amount), day, area, area, category, category, kinds, day);
  }

  private List<Row> select(String query, @Nullable Object... values) {
    return sql.list(
        query,
        row ->
            new Row(
                row.getString("area"),
                row.getString("category"),
                new Concentration.Holding(
                    row.getString("owner"),
                    row.getBigDecimal("amount"),
                    Sql.texts(row, "counted"))),
        values);
  }

  /** The bands in force on a day; those first published hold before as well. */
  Concentration.Bands bands(LocalDate day) {
    SortedMap<Concentration.Band, BigDecimal> above = new TreeMap<>();
    List<String> sources =
        sql.list(
            """
            select distinct on (code) code, above, source from concentration_band
            where valid_to is null or valid_to > ?
            order by code, valid_from <= ? desc, valid_from desc""",
            row -> {
              above.put(
                  Concentration.Band.valueOf(row.getString("code")), row.getBigDecimal("above"));
              return row.getString("source");
            },
            day,
            day);
    return new Concentration.Bands(
        above, sources.stream().distinct().collect(Collectors.joining("; ")));
  }
}
