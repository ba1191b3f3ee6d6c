package uk.carecontracts.contracts.placements;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.CsvWidth;
import uk.carecontracts.kit.imports.ImportFileException;
import uk.carecontracts.kit.imports.ImportRow;
import uk.carecontracts.kit.money.Money;

/**
 * A line of a placements file.
 *
 * @param contractReference the authority's reference of the contract, where it names one
 * @param request the placement without its contract
 */
record PlacementLine(@Nullable String contractReference, PlacementRequest request) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");
  private static final List<String> REQUIRED =
      List.of(
          "reference",
          "provider",
          "kind",
          "careType",
          "serviceType",
          "clientGroup",
          "area",
          "personReference",
          "weeklyPrice",
          "startDate");

  /** Reads a line; a value that cannot be read makes it malformed at its column. */
  static ImportRow<PlacementLine> read(NamedCsvRecord line) {
    if (!line.getHeader().containsAll(REQUIRED)) {
      throw new ImportFileException(
          "The first line must name the columns " + String.join(", ", REQUIRED) + ".");
    }
    long number = line.getStartingLineNumber();
    if (new CsvWidth(line.getHeader().size()).isExceededBy(line.getFields())) {
      return ImportRow.malformed(
          number,
          null,
          "The line has more cells than the file has columns; a comma within a cell needs quotation"
              + " marks around it.");
    }
    try {
      return ImportRow.of(number, new Cells(line).placement());
    } catch (UnreadableCell e) {
      return ImportRow.malformed(number, "/" + e.column, e.getMessage());
    }
  }

  /** A cell that is empty where it must not be, or not of its form. */
  private static final class UnreadableCell extends RuntimeException {
    private final String column;

    UnreadableCell(String column, String message) {
      super(message);
      this.column = column;
    }
  }

  /** Reads a cell's text. */
  private interface Form<T> {
    T read(String text);
  }

  /** The cells of one line by the names of their columns. */
  private record Cells(NamedCsvRecord line) {
    PlacementLine placement() {
      return new PlacementLine(
          text("contractReference"),
          new PlacementRequest(
              required("reference"),
              null,
              new PlacementProvider(
                  optional("providerId", "a UUID", UUID::fromString), required("provider")),
              optional("locationId", "a UUID", UUID::fromString),
              form(
                  "kind",
                  required("kind"),
                  "one of " + Arrays.toString(PlacementKind.values()),
                  PlacementKind::valueOf),
              code("careType"),
              code("serviceType"),
              code("clientGroup"),
              text("area"),
              required("personReference"),
              form(
                  "weeklyPrice",
                  required("weeklyPrice"),
                  "an amount such as 912.50",
                  amount -> Money.gbp(number(amount))),
              optional("hoursPerWeek", "a number", Cells::number),
              form("startDate", required("startDate"), DAY, LocalDate::parse),
              optional("endDate", DAY, LocalDate::parse)));
    }

    /** Digits alone: a number such as 1e999999 is none that anybody would write. */
    private static BigDecimal number(String text) {
      if (!NUMBER.matcher(text).matches()) {
        throw new NumberFormatException(text);
      }
      return new BigDecimal(text);
    }

    private static final String DAY = "a date such as 2026-05-04";

    @Nullable String text(String column) {
      return line.findField(column).map(String::strip).filter(t -> !t.isEmpty()).orElse(null);
    }

    String required(String column) {
      String text = text(column);
      if (text == null) {
        throw new UnreadableCell(column, column + " is empty.");
      }
      return text;
    }

    @Nullable String code(String column) {
      String text = text(column);
      if (text != null && !text.matches(PlacementRequest.CODE)) {
        throw new UnreadableCell(column, "'" + text + "' is not a code in UPPER_SNAKE.");
      }
      return text;
    }

    <T> @Nullable T optional(String column, String what, Form<T> form) {
      String text = text(column);
      return text == null ? null : form(column, text, what, form);
    }

    private static <T> T form(String column, String text, String what, Form<T> form) {
      try {
        return form.read(text);
      } catch (IllegalArgumentException | DateTimeParseException e) {
        throw new UnreadableCell(column, "'" + text + "' is not " + what + ".");
      }
    }
  }
}
