package uk.carecontracts.kit.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * A table as comma-separated values (RFC 4180): numbers and amounts written out, lists with a blank
 * between their items, nothing for what is absent, and no text that a spreadsheet would run as a
 * formula.
 */
public final class CsvTable {
  /** Media type of the text, with its character set. */
  public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

  private final int columns;
  private final StringWriter text = new StringWriter();
  private final CsvWriter csv = CsvWriter.builder().build(text);

  /** An empty table with these columns. */
  public CsvTable(String... columns) {
    this.columns = columns.length;
    csv.writeRecord(columns);
  }

  /**
   * Adds a line.
   *
   * @param values one for each column
   * @throws IllegalArgumentException when there are more or fewer
   */
  public CsvTable line(@Nullable Object... values) {
    if (values.length != columns) {
      throw new IllegalArgumentException(columns + " columns, but " + values.length + " values");
    }
    csv.writeRecord(Arrays.stream(values).map(CsvTable::cell).toArray(String[]::new));
    return this;
  }

  /** A value as a cell. */
  static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Money money) {
      return money.amount().toPlainString();
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Number) {
      return value.toString();
    }
    if (value instanceof Collection<?> many) {
      return SpreadsheetText.safe(
          many.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
    return SpreadsheetText.safe(value.toString());
  }

  /** Ends the table: its header and all lines. */
  public String text() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return text.toString();
  }
}
