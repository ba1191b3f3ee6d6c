package uk.carecontracts.contracts.duties;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What an authority owes by itself, period by period.
 *
 * @param code the duty
 * @param validFrom for periods that begin on or after this day
 * @param validTo to this day
 * @param notice code of the notice, such as UK17
 * @param name what it is
 * @param periodStarts days of the year a period begins on, as MM-DD
 * @param months how long a period is
 * @param countsFrom whether time counts from the first or from the last day of the period
 * @param days days from there
 * @param expectedFrom only where at least this is expected to be paid under contracts in the period
 * @param contractAbove the notice names procurements worth more than this
 * @param source where it is written
 * @param confidence READ, RECALLED or ASSUMED
 */
public record OwnDutyRule(
    String code,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String notice,
    String name,
    List<String> periodStarts,
    int months,
    Edge countsFrom,
    int days,
    @Nullable BigDecimal expectedFrom,
    @Nullable BigDecimal contractAbove,
    String source,
    String confidence) {

  /** Which day of a period time counts from. */
  public enum Edge {
    /** Its first. */
    START,
    /** Its last. */
    END
  }

  /**
   * A period the rule asks about.
   *
   * @param from its first day
   * @param to its last day
   * @param dueOn by when the notice is published
   */
  record Period(LocalDate from, LocalDate to, LocalDate dueOn) {}

  /** The periods that began on or before a day, earliest first. */
  List<Period> until(LocalDate today) {
    return IntStream.rangeClosed(validFrom.getYear(), today.getYear())
        .boxed()
        .flatMap(
            year -> periodStarts.stream().map(start -> MonthDay.parse("--" + start).atYear(year)))
        .filter(from -> !from.isBefore(validFrom) && !from.isAfter(today))
        .filter(from -> validTo == null || !from.isAfter(validTo))
        .sorted()
        .map(this::period)
        .toList();
  }

  private Period period(LocalDate from) {
    LocalDate to = from.plusMonths(months).minusDays(1);
    return new Period(from, to, (countsFrom == Edge.START ? from : to).plusDays(days));
  }
}
