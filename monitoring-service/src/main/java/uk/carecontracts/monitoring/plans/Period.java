package uk.carecontracts.monitoring.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A period a return is due for.
 *
 * @param periodStart first day
 * @param periodEnd last day
 * @param dueOn last day to hand the return in
 * @param expected false when the period was over and due before the plan was opened
 * @param overdueSince day on which it was found overdue
 */
public record Period(
    LocalDate periodStart,
    LocalDate periodEnd,
    LocalDate dueOn,
    boolean expected,
    @Nullable LocalDate overdueSince) {

  /** This period, cut at a last day it goes beyond. */
  Period until(LocalDate last, PlanRules rules) {
    return periodEnd.isAfter(last)
        ? new Period(periodStart, last, last.plusDays(rules.daysToHandIn()), expected, overdueSince)
        : this;
  }

  /**
   * The periods from a first to a last day: whole steps of months from the first day, the last one
   * cut at the end.
   */
  static List<Period> between(
      LocalDate first, LocalDate last, int months, int daysToHandIn, LocalDate openedOn) {
    List<Period> periods = new ArrayList<>();
    LocalDate start = first;
    for (int step = 1; !start.isAfter(last); step++) {
      LocalDate next = first.plusMonths((long) months * step);
      LocalDate end = next.minusDays(1).isAfter(last) ? last : next.minusDays(1);
      LocalDate due = end.plusDays(daysToHandIn);
      periods.add(new Period(start, end, due, !due.isBefore(openedOn), null));
      start = next;
    }
    return periods;
  }
}
