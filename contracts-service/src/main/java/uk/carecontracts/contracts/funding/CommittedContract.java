package uk.carecontracts.contracts.funding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.spend.FinancialYear;

/**
 * What a contract commits an authority to: its total spread evenly over the days of its term, or,
 * without a total, its annual value for the days of the year, as far as it runs.
 *
 * @param id the contract
 * @param reference of it
 * @param total over the whole term
 * @param annual in a year, used when there is no total
 * @param start first day
 * @param end last day of the term
 * @param ended the day it ended early, if it did
 */
record CommittedContract(
    UUID id,
    String reference,
    @Nullable BigDecimal total,
    @Nullable BigDecimal annual,
    LocalDate start,
    LocalDate end,
    @Nullable LocalDate ended) {

  /** Committed in a span of days within one financial year, exact; both days included. */
  BigDecimal between(LocalDate from, LocalDate to) {
    LocalDate runsTo = ended != null && ended.isBefore(end) ? ended : end;
    LocalDate first = from.isBefore(start) ? start : from;
    LocalDate last = to.isAfter(runsTo) ? runsTo : to;
    if (last.isBefore(first)) {
      return BigDecimal.ZERO;
    }
    FinancialYear year = FinancialYear.of(first);
    return total == null
        ? part(annual, days(first, last), days(year.first(), year.last()))
        : part(total, days(first, last), days(start, end));
  }

  private static BigDecimal part(@Nullable BigDecimal amount, BigDecimal days, BigDecimal of) {
    return amount == null
        ? BigDecimal.ZERO
        : amount.multiply(days).divide(of, MathContext.DECIMAL128);
  }

  private static BigDecimal days(LocalDate from, LocalDate to) {
    return BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to) + 1);
  }
}
