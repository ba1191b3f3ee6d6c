package uk.carecontracts.providers.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list or figure as CSV for a spreadsheet. */
public final class Table implements AutoCloseable {

  private final StringWriter text = new StringWriter();
  private final CsvWriter csv = CsvWriter.builder().build(text);

  /** Begins with the header. */
  public Table(String... columns) {
    csv.writeRecord(columns);
  }

  /** One line; nothing for null, lists with a blank between their items. */
  public Table line(@Nullable Object... cells) {
    csv.writeRecord(Arrays.stream(cells).map(Table::cell).toArray(String[]::new));
    return this;
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Collection<?> many) {
      return many.stream().map(Object::toString).collect(Collectors.joining(" "));
    }
    String shown = value.toString();
    boolean number = value instanceof Number;
    return number ? shown : safe(shown);
  }

  /** A spreadsheet would run a text that begins like a formula. */
  private static String safe(String shown) {
    return shown.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + shown : shown;
  }

  /** Ends the table and gives its text. */
  public String text() {
    close();
    return text.toString();
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
