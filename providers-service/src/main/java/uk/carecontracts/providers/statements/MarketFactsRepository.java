package uk.carecontracts.providers.statements;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import uk.carecontracts.kit.database.Sql;

/** What the service knows of a market, counted for a statement. */
@ApplicationScoped
class MarketFactsRepository {

  private final Sql sql;

  MarketFactsRepository(Sql sql) {
    this.sql = sql;
  }

  /** Open homes with a rating. */
  record Rated(String rating, int homes) {}

  String authorityName(String code) {
    return sql.first(
            "select name from authority where code = ? order by valid_from desc limit 1",
            row -> row.getString("name"),
            code)
        .orElse(code);
  }

  /**
   * Which of these areas are no council on record and hold nothing that is known: mistyped ones.
   */
  List<String> unknown(List<String> areas) {
    return sql.list(
        """
        select asked.area from unnest(?::text[]) asked(area)
        where not exists (select 1 from authority where code = asked.area)
          and not exists (select 1 from location where area = asked.area)
          and not exists (select 1 from population_cohort where area = asked.area)
          and not exists (select 1 from bought_care where area = asked.area)""",
        row -> row.getString("area"),
        areas);
  }

  List<Rated> ratings(List<String> areas) {
    return sql.list(
        """
        select coalesce(rating, 'NOT_RATED') as rating, count(*) as homes
        from location where status = 'OPEN' and area = any (?) and care_type = any (?)
        group by 1
        order by array_position(array['OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE'],
          coalesce(rating, 'NOT_RATED')) nulls last, 1""",
        row -> new Rated(row.getString("rating"), row.getInt("homes")),
        areas,
        SupplyFigures.homes());
  }

  /** How many must stand behind a published price on a day. */
  int leastPrices(LocalDate day) {
    return sql.first(
            """
            select least from disclosure_control
            where rule = 'PRICES' and valid_from <= ? and (valid_to is null or valid_to > ?)""",
            row -> row.getInt("least"),
            day,
            day)
        .orElseThrow();
  }
}
