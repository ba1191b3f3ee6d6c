package uk.carecontracts.providers.tables;

import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportFileException;

/**
 * The rows of an OpenDocument spreadsheet (OASIS ODF 1.3 part 3, sections 9.1 and 19.675): repeated
 * rows and columns are unfolded as far as they hold something, covered cells of a merged area are
 * blank, rows without content are counted but not given.
 */
final class OdsRows implements TableRows {

  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

  /** Sheets have had no more rows than this for long; columns are those of the older programs. */
  private static final int MOST_ROWS = 1 << 20;

  private static final int MOST_COLUMNS = 1 << 10;

  /** What a table may gain by rows that hold something and say that they stand several times. */
  private static final int MOST_UNFOLDED = 10_000;

  private final SafeZip zip;
  private final PlainXml xml;
  private String sheet = "";
  private long number;
  private List<String> cells = List.of();
  private int left;
  private int given;
  private int unfolded;

  OdsRows(SafeZip zip) {
    this.zip = zip;
    this.xml = new PlainXml(zip);
  }

  @Override
  public @Nullable TableRow next() {
    while (left == 0) {
      int event = xml.next();
      if (event == END_DOCUMENT) {
        return null;
      }
      if (event == START_ELEMENT) {
        enter();
      }
    }
    left--;
    number++;
    return new TableRow(sheet, number, cells);
  }

  private void enter() {
    switch (xml.name()) {
      case "document-content",
          "body",
          "spreadsheet",
          "table-row-group",
          "table-header-rows",
          "table-rows" -> {
        // their rows are rows of the sheet
      }
      case "table" -> {
        sheet = Objects.requireNonNullElse(xml.attribute(TABLE, "name"), "");
        number = 0;
      }
      case "table-row" -> row();
      default -> xml.skip();
    }
  }

  private void row() {
    int times = repeated("number-rows-repeated");
    List<String> texts = texts();
    if (texts.isEmpty()) {
      number += times;
      return;
    }
    given += times;
    unfolded += times - 1;
    if (given > MOST_ROWS || unfolded > MOST_UNFOLDED) {
      throw new ImportFileException(
          "Row "
              + (number + 1)
              + " of the sheet "
              + sheet
              + " is said to stand "
              + times
              + " times; a table that gains more than "
              + MOST_UNFOLDED
              + " rows by that, or has more than "
              + MOST_ROWS
              + " rows, is not read.");
    }
    cells = texts;
    left = times;
  }

  /** The texts of the row's cells up to the last that holds one. */
  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    int column = 0;
    int event = xml.next();
    while (event != END_ELEMENT) {
      if (event == START_ELEMENT) {
        int times = repeated("number-columns-repeated");
        String text = cell();
        if (!text.isBlank()) {
          fill(texts, column, times, text);
        }
        column = (int) Math.min((long) column + times, Integer.MAX_VALUE);
      }
      event = xml.next();
    }
    return texts;
  }

  /** What other elements than cells say stands nowhere; they take no column either. */
  private String cell() {
    if (xml.name().equals("table-cell")) {
      return OdsCell.read(xml);
    }
    xml.skip();
    return "";
  }

  private void fill(List<String> texts, int column, int times, String text) {
    if ((long) column + times > MOST_COLUMNS) {
      throw new ImportFileException(
          "Row "
              + (number + 1)
              + " of the sheet "
              + sheet
              + " holds something beyond column "
              + MOST_COLUMNS
              + ".");
    }
    texts.addAll(Collections.nCopies(column - texts.size(), ""));
    texts.addAll(Collections.nCopies(times, text));
  }

  private int repeated(String attribute) {
    String times = xml.attribute(TABLE, attribute);
    if (times == null) {
      return 1;
    }
    if (!times.matches("0*[1-9]\\d{0,8}")) {
      throw new ImportFileException(
          "The sheet " + sheet + " says that something stands '" + times + "' times.");
    }
    return Integer.parseInt(times);
  }

  @Override
  public boolean delimited() {
    return false;
  }

  @Override
  public void close() {
    zip.close();
  }
}
