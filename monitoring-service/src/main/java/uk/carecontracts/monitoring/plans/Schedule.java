package uk.carecontracts.monitoring.plans;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The periods of a plan when they are laid out anew. Those that have a return stay as they are, and
 * those that have begun as long as they are, so that whoever works on a return goes on with it.
 */
final class Schedule {
  private final List<ReturnPeriod> rows;
  private final Collection<LocalDate> kept;

  /**
   * The periods of a plan.
   *
   * @param rows the plan's own, which change
   * @param kept first days of periods that have a return
   */
  Schedule(List<ReturnPeriod> rows, Collection<LocalDate> kept) {
    this.rows = rows;
    this.kept = kept;
  }

  /** The periods, earliest first. */
  static List<Period> periods(List<ReturnPeriod> rows) {
    return rows.stream()
        .map(ReturnPeriod::period)
        .sorted(Comparator.comparing(Period::periodStart))
        .toList();
  }

  /** Writes down what each period asks, so that it goes on to ask that. */
  void keepQuestions() {
    rows.forEach(row -> row.ask(row.period().asks()));
  }

  /** The day after the periods that have begun or have a return; none when there are none. */
  @Nullable LocalDate firstToChange(LocalDate today) {
    return dayAfter(row -> !row.periodStart().isAfter(today) || hasReturn(row));
  }

  /** The day after the periods that have a return; none when there are none. */
  @Nullable LocalDate afterReturns() {
    return dayAfter(this::hasReturn);
  }

  private @Nullable LocalDate dayAfter(Predicate<ReturnPeriod> which) {
    return rows.stream()
        .filter(which)
        .map(row -> row.period().periodEnd().plusDays(1))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private boolean hasReturn(ReturnPeriod row) {
    return kept.contains(row.periodStart());
  }

  /**
   * The first day to change when the plan goes on for longer: the last period goes on to its usual
   * length too, unless it has a return or is from before the present frequency.
   */
  @Nullable LocalDate firstToChangeWhenExtended(
      LocalDate today, @Nullable LocalDate frequencySince) {
    LocalDate from = firstToChange(today);
    LocalDate last =
        rows.stream()
            .map(ReturnPeriod::periodStart)
            .max(Comparator.naturalOrder())
            .filter(start -> !kept.contains(start))
            .filter(start -> frequencySince == null || !start.isBefore(frequencySince))
            .orElse(null);
    return from == null || last == null || from.isBefore(last) ? from : last;
  }

  /**
   * Lays the periods out anew.
   *
   * @param from the first day to change; everything when absent
   * @param row makes a period of the plan
   */
  void layOut(Timetable timetable, @Nullable LocalDate from, Function<Period, ReturnPeriod> row) {
    Map<LocalDate, Period> wanted = new LinkedHashMap<>();
    timetable
        .layOut(periods(rows), from, kept)
        .forEach(period -> wanted.put(period.periodStart(), period));
    rows.removeIf(held -> !wanted.containsKey(held.periodStart()));
    for (ReturnPeriod held : rows) {
      Period again = wanted.remove(held.periodStart());
      if (again != null && !hasReturn(held)) {
        held.take(again);
      }
    }
    wanted.values().forEach(period -> rows.add(row.apply(period)));
  }
}
