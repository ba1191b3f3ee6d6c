package uk.carecontracts.contracts.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.SpreadsheetText;
import uk.carecontracts.kit.money.Money;

/**
 * A table as comma-separated values: numbers plain, what is absent empty, and no text that a
 * spreadsheet would run as a formula.
 */
public final class CsvTable {
  /** Media type of the text, with its character set. */
  public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

  private final List<String> header;
  private final List<List<String>> lines = new ArrayList<>();

  /** An empty table with these columns. */
  public CsvTable(String... header) {
    this.header = List.of(header);
  }

  /** Adds a line, one value for each column. */
  public CsvTable line(@Nullable Object... values) {
    if (values.length != header.size()) {
      throw new IllegalArgumentException(
          header.size() + " columns, but " + values.length + " values");
    }
    List<String> line = new ArrayList<>();
    for (Object value : values) {
      line.add(cell(value));
    }
    lines.add(line);
    return this;
  }

  private static String cell(@Nullable Object value) {
    if (value instanceof Money money) {
      return money.amount().toPlainString();
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof String text
        ? SpreadsheetText.safe(text)
        : value == null ? "" : value.toString();
  }

  /** The whole table with its header. */
  public String text() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header);
      lines.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
