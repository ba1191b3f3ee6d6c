package uk.carecontracts.contracts.spend;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a contract commits an authority to pay in a financial year: its total spread evenly over the
 * days of its term, or, without a total, its annual value for the part of the year it runs. The
 * years of a contract add up to its total to the penny.
 *
 * @param total over the whole term
 * @param annual in a year, used when there is no total
 * @param start first day
 * @param end last day of the term as agreed
 * @param ended last day when it ended early
 */
record Commitment(
    @Nullable BigDecimal total,
    @Nullable BigDecimal annual,
    @Nullable LocalDate start,
    @Nullable LocalDate end,
    @Nullable LocalDate ended) {

  /** The commitment in a year; null when the contract does not say enough to know. */
  @Nullable BigDecimal in(FinancialYear year) {
    if (start == null || end == null || (total == null && annual == null)) {
      return null;
    }
    LocalDate stop = ended != null && ended.isBefore(end) ? ended : end;
    LocalDate from = start.isAfter(year.first()) ? start : year.first();
    LocalDate to = stop.isBefore(year.last()) ? stop : year.last();
    if (to.isBefore(from)) {
      return BigDecimal.ZERO.setScale(2);
    }
    if (total != null) {
      return until(total, start, end, to).subtract(until(total, start, end, from.minusDays(1)));
    }
    BigDecimal days = BigDecimal.valueOf(days(from, to));
    BigDecimal whole = BigDecimal.valueOf(days(year.first(), year.last()));
    return annual == null
        ? null
        : annual
            .multiply(days)
            .divide(whole, MathContext.DECIMAL128)
            .setScale(2, RoundingMode.HALF_UP);
  }

  /** What has fallen due of the total by a day: rounding this keeps the years' sum exact. */
  private static BigDecimal until(BigDecimal total, LocalDate start, LocalDate end, LocalDate day) {
    long passed = Math.max(0, days(start, day));
    return total
        .multiply(BigDecimal.valueOf(passed))
        .divide(BigDecimal.valueOf(days(start, end)), MathContext.DECIMAL128)
        .setScale(2, RoundingMode.HALF_UP);
  }

  private static long days(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }
}
