package uk.carecontracts.monitoring.spreadsheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as comma-separated values (RFC 4180). */
public final class Csv {
  /** The media type; JSON is preferred when a caller accepts anything. */
  public static final String TYPE = "text/csv;qs=0.5";

  /** What the answer says it is. */
  public static final String CONTENT = "text/csv;charset=UTF-8";

  private Csv() {}

  /** Writes a header line and a line for each row. */
  public static <T> String of(
      List<String> header, List<T> rows, Function<T, List<@Nullable Object>> cells) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header);
      for (T row : rows) {
        csv.writeRecord(cells.apply(row).stream().map(Csv::cell).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return text.toString();
  }

  /** Cells of one line; absent values are empty. */
  public static List<@Nullable Object> line(@Nullable Object... cells) {
    return Arrays.asList(cells);
  }

  /**
   * Numbers are written out; text that a spreadsheet would run as a formula is given a leading
   * apostrophe.
   */
  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    boolean formula =
        value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
