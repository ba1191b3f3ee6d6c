package uk.carecontracts.providers.directories;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.identity.Postcode;
import uk.carecontracts.providers.ratings.Rating;

/** The cells of one line of a directory, by column name. */
final class Cells {

  private static final Set<String> WITHHELD = Set.of("redacted", "null", "na", "n/a", "-", "#n/a");
  private static final DateTimeFormatter BRITISH = DateTimeFormatter.ofPattern("d/M/uuuu");

  private final Map<String, String> cells;

  Cells(Map<String, String> cells) {
    this.cells = cells;
  }

  /** A line that cannot be used, with the column at fault. */
  static final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;
    private final String column;

    BadLine(String column, String message) {
      super(message);
      this.column = column;
    }

    String column() {
      return column;
    }
  }

  /** A line about something that this register does not keep. */
  static final class OutOfScope extends Exception {
    private static final long serialVersionUID = 1L;

    OutOfScope(String message) {
      super(message);
    }
  }

  /** The first of several spellings of a column that holds a text. */
  Optional<String> text(String... columns) {
    return Stream.of(columns)
        .map(cells::get)
        .filter(Objects::nonNull)
        .filter(text -> !WITHHELD.contains(text.toLowerCase(Locale.UK)))
        .findFirst();
  }

  String required(String meaning, String... columns) throws BadLine {
    return text(columns).orElseThrow(() -> new BadLine(meaning, "A value is needed here."));
  }

  @Nullable String orNull(String... columns) {
    return text(columns).orElse(null);
  }

  boolean yes(String... columns) {
    return text(columns).map(text -> text.matches("(?i)y|yes|true")).orElse(false);
  }

  @Nullable LocalDate date(String... columns) throws BadLine {
    Optional<String> text = text(columns);
    return text.isEmpty() ? null : date(columns[0], text.get());
  }

  private static LocalDate date(String column, String text) throws BadLine {
    String day = text.split("[T ]", -1)[0];
    try {
      return day.contains("/") ? LocalDate.parse(day, BRITISH) : LocalDate.parse(day);
    } catch (DateTimeParseException unreadable) {
      throw new BadLine(column, "'" + text + "' is no date such as 31/03/2024 or 2024-03-31.");
    }
  }

  @Nullable Integer number(String... columns) throws BadLine {
    Optional<String> text = text(columns);
    if (text.isEmpty()) {
      return null;
    }
    if (!text.get().matches("\\d{1,5}(\\.0+)?")) {
      throw new BadLine(columns[0], "'" + text.get() + "' is no whole number.");
    }
    return new BigDecimal(text.get()).intValue();
  }

  @Nullable BigDecimal degrees(int greatest, String... columns) throws BadLine {
    Optional<String> text = text(columns);
    if (text.isEmpty()) {
      return null;
    }
    try {
      BigDecimal value = new BigDecimal(text.get());
      if (value.abs().compareTo(BigDecimal.valueOf(greatest)) <= 0) {
        return value;
      }
    } catch (NumberFormatException unreadable) {
      // told below
    }
    throw new BadLine(columns[0], "'" + text.get() + "' is no number of degrees.");
  }

  @Nullable Rating rating(String... columns) throws BadLine {
    Optional<String> text = text(columns);
    if (text.isEmpty() || text.get().equalsIgnoreCase("Not judged")) {
      return null;
    }
    return Rating.parse(text.get())
        .orElseThrow(() -> new BadLine(columns[0], "'" + text.get() + "' is no known rating."));
  }

  @Nullable String postcode(String... columns) {
    return text(columns).flatMap(Postcode::parse).map(Postcode::value).orElse(null);
  }

  /** Parts of an address in one line. */
  @Nullable String address(List<String> columns) {
    String joined =
        columns.stream()
            .map(column -> text(column).orElse(""))
            .map(part -> part.replaceAll("\\s+", " ").strip().replaceAll("^,+|,+$", ""))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    return joined.isEmpty() ? null : joined;
  }
}
