package uk.carecontracts.contracts.spend.files;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of one line, by the names of their columns. */
final class Cells {
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(?:\\.\\d{1,2}0*)?");
  private static final Pattern GROUPED =
      Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d*)?|[\\d.]+");
  private static final Set<String> NOTHING = Set.of("na", "n/a", "null", "none", "-");
  private static final int LONGEST_NOTHING = 4;
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2099;
  private static final Pattern SIGNS = Pattern.compile("^[-(+]|[-)]$");
  private static final Pattern BEFORE_TIME = Pattern.compile("[T ]");
  private static final DateTimeFormatter BRITISH =
      DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK).withResolverStyle(ResolverStyle.STRICT);

  private final Columns columns;
  private final List<String> fields;

  Cells(Columns columns, List<String> fields) {
    this.columns = columns;
    this.fields = fields;
  }

  /** A cell that cannot be read. */
  static final class BadCell extends RuntimeException {
    private final String column;

    BadCell(String column, String message) {
      super(message);
      this.column = column;
    }

    String column() {
      return column;
    }
  }

  /** The text of a cell; null when it is blank or says that there is nothing. */
  @Nullable String text(String column) {
    Integer place = columns.place(column);
    if (place == null || place >= fields.size()) {
      return null;
    }
    String text = fields.get(place).strip();
    return isNothing(text) ? null : text;
  }

  private static boolean isNothing(String text) {
    return text.isEmpty()
        || (text.length() <= LONGEST_NOTHING && NOTHING.contains(text.toLowerCase(Locale.ROOT)));
  }

  /** Whether it holds something where no column is: its cells have slipped. */
  boolean hasSlipped() {
    return columns.width().isExceededBy(fields);
  }

  /** The text of a cell cut to a length. */
  @Nullable String text(String column, int most) {
    String text = text(column);
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }

  /** The text of a cell that must not be blank. */
  String required(String column) {
    String text = text(column);
    if (text == null) {
      throw new BadCell(column, column + " is blank.");
    }
    return text;
  }

  /** An amount in pounds: -12.30, 1,234.50, £12, (12.30) or 12.30- . */
  BigDecimal amount(String column) {
    String written = required(column);
    String bare = written.replace("£", "").replace(" ", "");
    boolean negative = bare.startsWith("-") || bare.endsWith("-") || bare.startsWith("(");
    String digits = SIGNS.matcher(bare).replaceAll("");
    if (!GROUPED.matcher(digits).matches()
        || !AMOUNT.matcher(digits.replace(",", "")).matches()
        || bare.startsWith("(") != bare.endsWith(")")) {
      throw new BadCell(column, "'" + written + "' is not an amount in pounds and pence.");
    }
    BigDecimal amount =
        new BigDecimal(digits.replace(",", "")).setScale(2, RoundingMode.UNNECESSARY);
    return negative ? amount.negate() : amount;
  }

  /** An amount that may be missing. */
  @Nullable BigDecimal optionalAmount(String column) {
    return text(column) == null ? null : amount(column);
  }

  /** A day, as 2025-03-31 or 31/03/2025, with or without a time after it. */
  LocalDate day(String column) {
    String written = required(column);
    String day = BEFORE_TIME.split(written, 2)[0];
    LocalDate read;
    try {
      read = day.indexOf('/') >= 0 ? LocalDate.parse(day, BRITISH) : LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw new BadCell(column, "'" + written + "' is not a day such as 2025-03-31 or 31/03/2025.");
    }
    if (read.getYear() < FIRST_YEAR || read.getYear() > LAST_YEAR) {
      throw new BadCell(
          column,
          "'" + written + "' is not a day of the years " + FIRST_YEAR + " to " + LAST_YEAR + ".");
    }
    return read;
  }
}
