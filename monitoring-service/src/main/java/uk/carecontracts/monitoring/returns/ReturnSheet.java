package uk.carecontracts.monitoring.returns;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.monitoring.plans.IndicatorChoice;
import uk.carecontracts.monitoring.spreadsheets.Csv;

/** A return as a spreadsheet: a line for each indicator, to be filled in and sent back. */
final class ReturnSheet {
  private static final List<String> HEADER =
      List.of(
          "indicator", "title", "unit", "required", "value", "numerator", "denominator", "note");

  private ReturnSheet() {}

  /** The sheet of a plan, with what was filled in so far. */
  static String template(List<IndicatorChoice> indicators, List<Reading> filledIn) {
    Map<String, Reading> known = new HashMap<>();
    filledIn.forEach(reading -> known.put(reading.indicator(), reading));
    return Csv.of(
        HEADER,
        indicators,
        choice -> {
          Reading reading = known.get(choice.code());
          return Csv.line(
              choice.code(),
              choice.title(),
              choice.unit(),
              choice.required(),
              reading == null ? null : reading.value(),
              reading == null ? null : reading.numerator(),
              reading == null ? null : reading.denominator(),
              reading == null ? null : reading.note());
        });
  }

  /**
   * Reads a sheet; lines with nothing filled in are left out.
   *
   * @throws RuleViolation RETURN_FILE_INVALID with every fault, by line and column
   */
  static List<Reading> read(String text) {
    List<Violation> faults = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      Map<String, Integer> columns = null;
      for (CsvRecord line : csv) {
        if (columns == null) {
          columns = columns(line);
        } else {
          Reading reading = reading(line, columns, faults);
          if (reading != null) {
            readings.add(reading);
          }
        }
      }
      if (columns == null) {
        throw new RuleViolation("RETURN_FILE_INVALID", "The file is empty.");
      }
    } catch (CsvParseException | IOException e) {
      throw new RuleViolation("RETURN_FILE_INVALID", "The file is not CSV: " + e.getMessage());
    }
    if (!faults.isEmpty()) {
      throw new RuleViolation("RETURN_FILE_INVALID", faults);
    }
    return readings;
  }

  /** Spreadsheets of some languages write semicolons. */
  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    return first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
  }

  private static Map<String, Integer> columns(CsvRecord header) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.getFieldCount(); i++) {
      columns.put(header.getField(i).strip().toLowerCase(Locale.ROOT), i);
    }
    if (!columns.containsKey("indicator")
        || !(columns.containsKey("value") || columns.containsKey("numerator"))) {
      throw new RuleViolation(
          "RETURN_FILE_INVALID", "The first line must name the columns as the template has them.");
    }
    return columns;
  }

  private static @Nullable Reading reading(
      CsvRecord line, Map<String, Integer> columns, List<Violation> faults) {
    String code = cell(line, columns, "indicator");
    BigDecimal value = number(line, columns, "value", faults);
    BigDecimal numerator = number(line, columns, "numerator", faults);
    BigDecimal denominator = number(line, columns, "denominator", faults);
    String note = cell(line, columns, "note");
    if (value == null && numerator == null && denominator == null && note == null) {
      return null;
    }
    if (code == null) {
      faults.add(new Violation(place(line, "indicator"), "The line names no indicator."));
      return null;
    }
    return new Reading(
        code.toUpperCase(Locale.ROOT),
        numerator == null && denominator == null ? value : null,
        numerator,
        denominator,
        note);
  }

  private static @Nullable BigDecimal number(
      CsvRecord line, Map<String, Integer> columns, String column, List<Violation> faults) {
    String text = cell(line, columns, column);
    if (text == null) {
      return null;
    }
    try {
      String plain = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
      BigDecimal number = new BigDecimal(plain.replace(",", ""));
      if (number.precision() > 20 || Math.abs(number.scale()) > 10) {
        throw new NumberFormatException("too long");
      }
      return number;
    } catch (NumberFormatException e) {
      faults.add(new Violation(place(line, column), "'" + text + "' is not a number."));
      return null;
    }
  }

  private static @Nullable String cell(
      CsvRecord line, Map<String, Integer> columns, String column) {
    Integer at = columns.get(column);
    if (at == null || at >= line.getFieldCount()) {
      return null;
    }
    String text = line.getField(at).strip();
    return text.isEmpty() ? null : text;
  }

  private static String place(CsvRecord line, String column) {
    return "/rows/" + line.getStartingLineNumber() + "/" + column;
  }
}
