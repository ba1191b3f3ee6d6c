package uk.carecontracts.monitoring.spreadsheets;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvTable;

/** Rows as comma-separated values. */
public final class Csv {
  /** The media type; JSON is preferred when a caller accepts anything. */
  public static final String TYPE = "text/csv;qs=0.5";

  private Csv() {}

  /** Writes a header line and a line for each row. */
  public static <T> String of(
      List<String> header, List<T> rows, Function<T, List<@Nullable Object>> cells) {
    CsvTable table = new CsvTable(header.toArray(String[]::new));
    rows.forEach(row -> table.line(cells.apply(row).toArray()));
    return table.text();
  }

  /** Cells of one line; absent values are empty. */
  public static List<@Nullable Object> line(@Nullable Object... cells) {
    return Arrays.asList(cells);
  }
}
