package uk.carecontracts.monitoring.visits;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** Months as parameters name them, such as 2026-10. */
final class MonthText {
  private MonthText() {}

  /** The first day of a month that may be absent; 400 naming the parameter when it is none. */
  static @Nullable LocalDate first(String parameter, @Nullable String text) {
    try {
      return text == null ? null : YearMonth.parse(text).atDay(1);
    } catch (DateTimeParseException e) {
      throw ProblemException.badRequest(
          parameter, "'" + text + "' is not a month such as 2026-10.");
    }
  }
}
