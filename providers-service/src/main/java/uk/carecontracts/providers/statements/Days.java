package uk.carecontracts.providers.statements;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people write them. */
final class Days {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK);

  private Days() {}

  /** Such as 1 April 2026. */
  static String shown(LocalDate day) {
    return DAY.format(day);
  }

  /** Such as Apr 2026. */
  static String month(LocalDate day) {
    return MONTH.format(day);
  }
}
