package uk.carecontracts.contracts.spend;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.money.Money;

/**
 * Payments above a value, for other features. A payment is a transaction on a day: its lines, which
 * may be many and each below the value, count together, and so do credits among them.
 */
@ApplicationScoped
public class LargePayments {
  private final Sql sql;

  LargePayments(Sql sql) {
    this.sql = sql;
  }

  /**
   * Large payments of a calendar quarter.
   *
   * @param lastDay last day of the quarter
   * @param payments how many
   * @param amount what they come to
   */
  public record Quarter(LocalDate lastDay, long payments, Money amount) {}

  /** The quarters in which a contract was paid more than a value at once, earliest first. */
  public List<Quarter> of(UUID contractId, BigDecimal above) {
    return sql.list(
        """
        select (date_trunc('quarter', paid_on) + interval '3 months - 1 day')::date as last_day,
          count(*) as payments, sum(amount) as amount
        from (
          select paid_on, sum(amount) as amount from spend_line where contract_id = ?
          group by paid_on, coalesce(voucher, id::text) having sum(amount) > ?) payment
        group by 1 order by 1""",
        row ->
            new Quarter(
                row.getDate("last_day").toLocalDate(),
                row.getLong("payments"),
                Money.gbp(row.getBigDecimal("amount"))),
        contractId,
        above);
  }
}
