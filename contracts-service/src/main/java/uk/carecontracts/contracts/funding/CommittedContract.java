package uk.carecontracts.contracts.funding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a contract commits an authority to: its total spread evenly over the days of its term, as
 * far as it runs.
 *
 * @param id the contract
 * @param reference of it
 * @param total over the whole term
 * @param start first day
 * @param end last day of the term
 * @param ended the day it ended early, if it did
 */
record CommittedContract(
    UUID id,
    String reference,
    BigDecimal total,
    LocalDate start,
    LocalDate end,
    @Nullable LocalDate ended) {

  /** Committed in a span of days, exact; both days included. */
  BigDecimal between(LocalDate from, LocalDate to) {
    LocalDate runsTo = ended != null && ended.isBefore(end) ? ended : end;
    LocalDate first = from.isBefore(start) ? start : from;
    LocalDate last = to.isAfter(runsTo) ? runsTo : to;
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    long term = ChronoUnit.DAYS.between(start, end) + 1;
    return days <= 0
        ? BigDecimal.ZERO
        : total
            .multiply(BigDecimal.valueOf(days))
            .divide(BigDecimal.valueOf(term), MathContext.DECIMAL128);
  }
}
