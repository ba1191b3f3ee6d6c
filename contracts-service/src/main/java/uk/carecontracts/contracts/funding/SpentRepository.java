package uk.carecontracts.contracts.funding;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import uk.carecontracts.kit.database.Sql;

/** Imported payments by funding stream: each by the shares of the day it was paid on. */
@ApplicationScoped
class SpentRepository {
  private static final String BY_SOURCE =
      """
      select s ->> 'kind' as kind, (s ->> 'fundId')::uuid as fund,
        sum(l.amount * (s ->> 'sharePercent')::numeric) / 100 as spent
      from spend_line l
      join contract_funding f on f.contract_id = l.contract_id and l.paid_on >= f.valid_from
        and (f.valid_to is null or l.paid_on <= f.valid_to)
      cross join lateral jsonb_array_elements(f.content -> 'streams') s
      where l.authority = ? and l.status = 'MATCHED' and l.paid_on between ? and ?
      group by 1, 2""";
  private static final String ALL =
      """
      select coalesce(sum(amount), 0) as spent from spend_line
      where authority = ? and status = 'MATCHED' and paid_on between ? and ?""";

  private final Sql sql;

  SpentRepository(Sql sql) {
    this.sql = sql;
  }

  /** Paid in a span of days under contracts, exact. */
  BigDecimal all(String authority, LocalDate from, LocalDate to) {
    return sql.first(ALL, row -> row.getBigDecimal("spent"), authority, from, to)
        .orElse(BigDecimal.ZERO);
  }

  /** The part of it that each source paid, exact. */
  Map<Source, BigDecimal> bySource(String authority, LocalDate from, LocalDate to) {
    Map<Source, BigDecimal> spent = new LinkedHashMap<>();
    sql.list(
            BY_SOURCE,
            row ->
                Map.entry(
                    new Source(StreamKind.valueOf(row.getString("kind")), Sql.uuid(row, "fund")),
                    Objects.requireNonNull(row.getBigDecimal("spent"))),
            authority,
            from,
            to)
        .forEach(each -> spent.put(each.getKey(), each.getValue()));
    return spent;
  }
}
