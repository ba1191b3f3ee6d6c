package uk.carecontracts.contracts.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Counts in working days: Monday to Friday without bank holidays.
 *
 * @param holidays days that are not worked
 */
public record WorkingDays(Set<LocalDate> holidays) {
  private static final LocalDate A_MONDAY = LocalDate.of(1900, 1, 1);
  private static final long WEEKDAYS = 5;
  private static final long WEEK = 7;

  /** Copies the days. */
  public WorkingDays {
    holidays = Set.copyOf(holidays);
  }

  /** Whether a day is worked. */
  public boolean isWorkingDay(LocalDate day) {
    return isWeekday(day) && !holidays.contains(day);
  }

  /** The day itself when it is worked, else the last working day before it. */
  public LocalDate onOrBefore(LocalDate day) {
    LocalDate each = day;
    while (!isWorkingDay(each)) {
      each = each.minusDays(1);
    }
    return each;
  }

  /**
   * The working day so many working days before a day; with 0 the day itself or the last working
   * day before it.
   */
  public LocalDate before(LocalDate day, int workingDays) {
    LocalDate each = onOrBefore(day);
    for (int left = workingDays; left > 0; left--) {
      each = onOrBefore(each.minusDays(1));
    }
    return each;
  }

  /**
   * Working days from one day (not counted) to another (counted); negative when the other lies
   * before.
   */
  public int between(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return -between(to, from);
    }
    long free =
        holidays.stream()
            .filter(day -> day.isAfter(from) && !day.isAfter(to))
            .filter(WorkingDays::isWeekday)
            .count();
    return Math.toIntExact(weekdaysBy(to) - weekdaysBy(from) - free);
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek().getValue() <= WEEKDAYS;
  }

  /** Mondays to Fridays up to a day (counted), from any one Monday on. */
  private static long weekdaysBy(LocalDate day) {
    long days = ChronoUnit.DAYS.between(A_MONDAY, day) + 1;
    return Math.floorDiv(days, WEEK) * WEEKDAYS + Math.min(WEEKDAYS, Math.floorMod(days, WEEK));
  }
}
