package uk.carecontracts.contracts.duties;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** What the time of a duty is counted in. */
public enum DutyUnit {
  /** Calendar days. */
  DAYS,
  /** Mondays to Fridays; bank holidays are not known here. */
  WORKING_DAYS,
  /** Calendar months. */
  MONTHS;

  LocalDate after(LocalDate day, int amount) {
    return switch (this) {
      case DAYS -> day.plusDays(amount);
      case MONTHS -> day.plusMonths(amount);
      case WORKING_DAYS -> working(day, amount, 1);
    };
  }

  LocalDate before(LocalDate day, int amount) {
    return switch (this) {
      case DAYS -> day.minusDays(amount);
      case MONTHS -> day.minusMonths(amount);
      case WORKING_DAYS -> working(day, amount, -1);
    };
  }

  private static LocalDate working(LocalDate from, int amount, int direction) {
    LocalDate day = from;
    int left = amount;
    while (left > 0) {
      day = day.plusDays(direction);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day;
  }
}
