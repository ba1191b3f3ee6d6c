package uk.carecontracts.monitoring.paymentbyresults;

import static uk.carecontracts.monitoring.arithmetic.Figures.EXACT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a contract runs. A fee is paid for the time a contract ran and for no other.
 *
 * @param first its first day; open when absent
 * @param last its last day, that of an ending included; open when absent
 */
record ContractTerm(@Nullable LocalDate first, @Nullable LocalDate last) {
  /** The later of two days of which the second may be open. */
  private static LocalDate later(LocalDate day, @Nullable LocalDate other) {
    return other == null || other.isBefore(day) ? day : other;
  }

  private static LocalDate earlier(LocalDate day, @Nullable LocalDate other) {
    return other == null || other.isAfter(day) ? day : other;
  }

  /**
   * How many months of a period it ran; a part of a month counts by its days.
   *
   * @param start first day of a month
   * @param end last day of a month
   */
  BigDecimal months(LocalDate start, LocalDate end) {
    LocalDate from = later(start, first);
    LocalDate to = earlier(end, last);
    BigDecimal months = BigDecimal.ZERO;
    for (YearMonth month = YearMonth.from(from);
        !month.isAfter(YearMonth.from(to));
        month = month.plusMonths(1)) {
      months = months.add(share(month, from, to));
    }
    return months;
  }

  /** From when to when, to be read beside a figure. */
  String words() {
    return "The contract runs"
        + (first == null ? "" : " from " + first)
        + (last == null ? "" : " to " + last);
  }

  private static BigDecimal share(YearMonth month, LocalDate from, LocalDate to) {
    long days =
        ChronoUnit.DAYS.between(later(month.atDay(1), from), earlier(month.atEndOfMonth(), to)) + 1;
    return BigDecimal.valueOf(Math.max(0, days))
        .divide(BigDecimal.valueOf(month.lengthOfMonth()), EXACT);
  }
}
