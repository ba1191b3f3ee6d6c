package uk.carecontracts.providers.directories;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportFileException;
import uk.carecontracts.providers.tables.TableRow;
import uk.carecontracts.providers.tables.TableRows;

/**
 * The lines of a table as regulators publish it, read one by one: CSV or a spreadsheet, with any
 * number of lines of title or whole sheets of notes before the header, whose cells may hold line
 * breaks and change their spelling from year to year. Blank lines are left out.
 */
public final class DirectoryTable implements Iterator<DirectoryTable.Line>, AutoCloseable {

  private static final int MOST_LINES_OF_TITLE = 20;

  private final TableRows rows;
  private final Set<String> required;
  private final @Nullable String wanted;
  private final Set<String> sheets = new LinkedHashSet<>();
  private List<String> header = List.of();
  private String sheet = "";
  private int titles;
  private @Nullable Line ahead;

  /**
   * One line.
   *
   * @param number as a person would count it in the file or on its sheet
   * @param cells text by normalised column name; blank cells are absent
   * @param complaint why it cannot be used as it is, or an empty text
   */
  public record Line(long number, Map<String, String> cells, String complaint) {}

  private DirectoryTable(TableRows rows, Set<String> required, @Nullable String wanted) {
    this.rows = rows;
    this.required = required;
    this.wanted = wanted;
  }

  /**
   * Opens a file and finds its header.
   *
   * @param required normalised names of columns that tell the header from lines of title
   * @param sheet the sheet of a spreadsheet to read; null: the first that has the header
   * @throws ImportFileException when the file has no such table
   */
  public static DirectoryTable open(
      InputStream file, Set<String> required, @Nullable String sheet) {
    DirectoryTable table = new DirectoryTable(TableRows.open(file), required, sheet);
    table.findHeader();
    return table;
  }

  private void findHeader() {
    for (TableRow row = rows.next(); row != null; row = rows.next()) {
      if (isHeader(row)) {
        header = names(row);
        sheet = row.sheet();
        return;
      }
    }
    throw new ImportFileException(
        (wanted == null ? "The file" : "The sheet " + wanted)
            + " has no header line with the columns "
            + String.join(", ", required.stream().sorted().toList())
            + "."
            + (sheets.equals(Set.of("")) || sheets.isEmpty()
                ? ""
                : " The file has the sheets " + String.join(", ", sheets) + "."));
  }

  /** Whether one of the first lines of a sheet names the columns that are needed. */
  private boolean isHeader(TableRow row) {
    titles = sheets.add(row.sheet()) ? 1 : titles + 1;
    return titles <= MOST_LINES_OF_TITLE + 1
        && (wanted == null || wanted.equalsIgnoreCase(row.sheet()))
        && names(row).containsAll(required);
  }

  private static List<String> names(TableRow row) {
    return row.cells().stream().map(DirectoryTable::column).toList();
  }

  @Override
  public boolean hasNext() {
    while (ahead == null) {
      TableRow row = rows.next();
      if (row == null) {
        return false;
      }
      ahead = row.sheet().equals(sheet) ? line(row) : otherSheet(row);
    }
    return true;
  }

  @Override
  public Line next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Line line = ahead;
    ahead = null;
    return Objects.requireNonNull(line);
  }

  /** A further sheet with the same columns is not passed over in silence. */
  private @Nullable Line otherSheet(TableRow row) {
    return wanted == null && isHeader(row)
        ? new Line(
            row.number(),
            Map.of(),
            "The sheet "
                + row.sheet()
                + " has the columns of a directory, too, and was not read: say sheet="
                + sheet
                + " if that is right.")
        : null;
  }

  private @Nullable Line line(TableRow row) {
    if (row.isBlank()) {
      return null;
    }
    Map<String, String> cells = new HashMap<>();
    int fields = row.cells().size();
    for (int i = 0; i < Math.min(header.size(), fields); i++) {
      String cell = row.cells().get(i).replace('\u00a0', ' ').strip();
      if (!cell.isEmpty()) {
        cells.putIfAbsent(header.get(i), cell);
      }
    }
    String complaint =
        !rows.delimited() || fields == header.size()
            ? ""
            : "The row has " + fields + " fields, the header " + header.size() + ".";
    return new Line(row.number(), cells, complaint);
  }

  /** A name of a column without what changes from year to year: case, blanks, punctuation. */
  static String column(String cell) {
    return cell.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  @Override
  public void close() {
    rows.close();
  }
}
