package uk.carecontracts.providers.directories;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.carecontracts.kit.imports.ImportFileException;

/**
 * A table as regulators publish it: in UTF-8 or the code page of a spreadsheet, with any number of
 * lines of title before the header, whose cells may hold line breaks and change their spelling from
 * year to year.
 *
 * @param lines the lines after the header that are not blank
 */
public record DirectoryTable(List<Line> lines) {

  private static final Charset SPREADSHEET = Charset.forName("windows-1252");
  private static final int MOST_LINES_OF_TITLE = 20;

  /**
   * One line.
   *
   * @param number as a person would count it in the file
   * @param cells text by normalised column name; blank cells are absent
   * @param complaint why it cannot be used as it is, or an empty text
   */
  public record Line(long number, Map<String, String> cells, String complaint) {}

  /**
   * Reads a table.
   *
   * @param required normalised names of columns that tell the header from lines of title
   */
  public static DirectoryTable read(InputStream file, Set<String> required) {
    List<Line> lines = new ArrayList<>();
    List<String> header = List.of();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(text(file.readAllBytes()))) {
      int seen = 0;
      for (CsvRecord row : csv) {
        if (header.isEmpty()) {
          List<String> names = row.getFields().stream().map(DirectoryTable::column).toList();
          header = names.containsAll(required) ? names : List.of();
          seen++;
          if (header.isEmpty() && seen > MOST_LINES_OF_TITLE) {
            break;
          }
        } else if (row.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
          lines.add(line(row, header));
        }
      }
    } catch (CsvParseException broken) {
      throw new ImportFileException("The file is not CSV: " + broken.getMessage());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    if (header.isEmpty()) {
      throw new ImportFileException(
          "The file has no header line with the columns "
              + String.join(", ", required.stream().sorted().toList())
              + ".");
    }
    return new DirectoryTable(lines);
  }

  private static Line line(CsvRecord row, List<String> header) {
    Map<String, String> cells = new HashMap<>();
    int fields = row.getFieldCount();
    for (int i = 0; i < Math.min(header.size(), fields); i++) {
      String cell = row.getField(i).replace('\u00a0', ' ').strip();
      if (!cell.isEmpty()) {
        cells.putIfAbsent(header.get(i), cell);
      }
    }
    String complaint =
        fields == header.size()
            ? ""
            : "The row has " + fields + " fields, the header " + header.size() + ".";
    return new Line(row.getStartingLineNumber(), cells, complaint);
  }

  /** A name of a column without what changes from year to year: case, blanks, punctuation. */
  static String column(String cell) {
    return cell.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes))
          .toString()
          .replace("\ufeff", "");
    } catch (CharacterCodingException otherEncoding) {
      return new String(bytes, SPREADSHEET);
    }
  }
}
