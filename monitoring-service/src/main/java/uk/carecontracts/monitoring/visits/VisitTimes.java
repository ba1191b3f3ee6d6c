package uk.carecontracts.monitoring.visits;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.time.Clocks;

/**
 * Reads the times of visits: with an offset ({@code 2026-10-05T08:00:00Z}, {@code +01:00}) or, as
 * spreadsheets have them, without one in London time ({@code 2026-10-05 08:00}). The common forms
 * are read by hand, because a file has four times in each of millions of rows.
 */
final class VisitTimes {
  private VisitTimes() {}

  /** The instant, or null for an empty text. */
  static @Nullable Instant read(String field, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return read(text);
    } catch (DateTimeException e) {
      throw new VisitFault(
          field, "'" + text + "' is not a time such as 2026-10-05T08:00:00Z or 2026-10-05 08:00.");
    }
  }

  /** The London day of a time. */
  static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, Clocks.LONDON);
  }

  private static Instant read(String text) {
    int length = text.length();
    boolean zulu = text.charAt(length - 1) == 'Z';
    int local = zulu ? length - 1 : length;
    if ((local != 16 && local != 19) || !separated(text, local)) {
      return slowly(text);
    }
    LocalDateTime time =
        LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            local == 19 ? number(text, 17, 19) : 0);
    return zulu ? time.toInstant(ZoneOffset.UTC) : time.atZone(Clocks.LONDON).toInstant();
  }

  private static boolean separated(String text, int local) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && (text.charAt(10) == 'T' || text.charAt(10) == ' ')
        && text.charAt(13) == ':'
        && (local == 16 || text.charAt(16) == ':');
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeParseException("not a digit", text, i);
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static Instant slowly(String text) {
    return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant().truncatedTo(ChronoUnit.MICROS);
  }
}
