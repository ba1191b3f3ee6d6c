package uk.carecontracts.contracts.placements;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;

/** How much of a block contract's reserved volume placements fill. */
@ApplicationScoped
public class BlockUse {
  private static final String BY_MONTH =
      """
      select m.first::date as month, (m.last - m.first) as days,
        coalesce(sum(least(coalesce(t.valid_to, m.last), m.last) - greatest(t.valid_from, m.first)), 0)
          as place_days,
        coalesce(sum((least(coalesce(t.valid_to, m.last), m.last) - greatest(t.valid_from, m.first))
          * coalesce(t.hours_per_week, 0)), 0) as hour_days
      from (select greatest(g::date, ?::date) as first,
              least((g + interval '1 month')::date, ?::date + 1) as last
            from generate_series(date_trunc('month', ?::date), ?::date, interval '1 month') g) m
      left join (select t.* from placement_terms t join placement p on p.id = t.placement_id
                 where p.contract_id = ? and t.kind = 'BLOCK') t
        on t.valid_from < m.last and coalesce(t.valid_to, m.last) > m.first
      group by m.first, m.last order by m.first""";

  private final Sql sql;

  BlockUse(Sql sql) {
    this.sql = sql;
  }

  /**
   * A month, or the part of one that was asked for.
   *
   * @param from its first day
   * @param days how many days it has
   * @param placeDays days of block placements in it
   * @param hourDays hours a week of block placements times their days in it
   */
  public record Month(LocalDate from, int days, BigDecimal placeDays, BigDecimal hourDays) {}

  /** The use of a contract's reserved volume, month by month. */
  public List<Month> of(UUID contractId, LocalDate from, LocalDate to) {
    return sql.list(
        BY_MONTH,
        row ->
            new Month(
                row.getDate("month").toLocalDate(),
                row.getInt("days"),
                row.getBigDecimal("place_days"),
                row.getBigDecimal("hour_days")),
        from,
        to,
        from,
        to,
        contractId);
  }
}
