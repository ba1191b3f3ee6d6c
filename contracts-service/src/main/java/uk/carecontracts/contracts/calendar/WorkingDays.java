package uk.carecontracts.contracts.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Counts in working days: Monday to Friday without bank holidays.
 *
 * @param holidays days that are not worked
 */
public record WorkingDays(Set<LocalDate> holidays) {
  /** Copies the days. */
  public WorkingDays {
    holidays = Set.copyOf(holidays);
  }

  /** Whether a day is worked. */
  public boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays.contains(day);
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
    int count = 0;
    for (LocalDate each = from.plusDays(1); !each.isAfter(to); each = each.plusDays(1)) {
      count += isWorkingDay(each) ? 1 : 0;
    }
    return count;
  }
}
