package uk.carecontracts.contracts.duties;

import java.time.LocalDate;
import uk.carecontracts.contracts.calendar.WorkingDays;

/** What the time of a duty is counted in. */
public enum DutyUnit {
  /** Calendar days after the day. */
  DAYS,
  /** Calendar days, the day itself the first of them: "the period of 30 days beginning with". */
  DAYS_BEGINNING_WITH,
  /** Mondays to Fridays without bank holidays. */
  WORKING_DAYS,
  /** Calendar months. */
  MONTHS;

  LocalDate after(LocalDate day, int amount, WorkingDays calendar) {
    return switch (this) {
      case DAYS -> day.plusDays(amount);
      case DAYS_BEGINNING_WITH -> day.plusDays(amount - 1L);
      case MONTHS -> day.plusMonths(amount);
      case WORKING_DAYS -> worked(day, amount, calendar);
    };
  }

  LocalDate before(LocalDate day, int amount, WorkingDays calendar) {
    return switch (this) {
      case DAYS -> day.minusDays(amount);
      case DAYS_BEGINNING_WITH -> day.minusDays(amount - 1L);
      case MONTHS -> day.minusMonths(amount);
      case WORKING_DAYS -> calendar.before(day, amount);
    };
  }

  /** What a number of them is called. */
  String inWords() {
    return switch (this) {
      case DAYS, DAYS_BEGINNING_WITH -> "days";
      case WORKING_DAYS -> "working days";
      case MONTHS -> "months";
    };
  }

  private static LocalDate worked(LocalDate from, int amount, WorkingDays calendar) {
    LocalDate day = from;
    int left = amount;
    while (left > 0) {
      day = day.plusDays(1);
      left -= calendar.isWorkingDay(day) ? 1 : 0;
    }
    return day;
  }
}
