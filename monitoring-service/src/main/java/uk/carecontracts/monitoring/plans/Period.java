package uk.carecontracts.monitoring.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A period a return is due for.
 *
 * @param periodStart first day
 * @param periodEnd last day
 * @param dueOn last day to hand the return in
 * @param expected false when the period was over and due before the plan was opened
 * @param overdueSince day on which it was found overdue
 * @param asks what the return asks; an indicator asked less often than returns are due is asked
 *     with the last return of its own period
 */
public record Period(
    LocalDate periodStart,
    LocalDate periodEnd,
    LocalDate dueOn,
    boolean expected,
    @Nullable LocalDate overdueSince,
    List<Question> asks) {

  static Period of(LocalDate start, LocalDate end, int daysToHandIn, LocalDate openedOn) {
    LocalDate due = end.plusDays(daysToHandIn);
    return new Period(start, end, due, !due.isBefore(openedOn), null, List.of());
  }

  /** This period, cut at a last day it goes beyond. */
  Period until(LocalDate last, int daysToHandIn) {
    return periodEnd.isAfter(last)
        ? new Period(periodStart, last, last.plusDays(daysToHandIn), expected, overdueSince, asks)
        : this;
  }

  /** This period with other questions. */
  Period asking(List<Question> questions) {
    return new Period(periodStart, periodEnd, dueOn, expected, overdueSince, questions);
  }

  /** Whether a day lies in it. */
  boolean holds(LocalDate day) {
    return !day.isBefore(periodStart) && !day.isAfter(periodEnd);
  }

  /** The question that asks for an indicator, if the return does. */
  public Optional<Question> question(String indicator) {
    return asks.stream().filter(asked -> asked.indicators().contains(indicator)).findFirst();
  }

  /** Months of the plan's pace, where the return asks something at it. */
  Optional<Integer> pace() {
    return asks.stream()
        .filter(asked -> !asked.ownFrequency())
        .map(Question::everyMonths)
        .findFirst();
  }
}
