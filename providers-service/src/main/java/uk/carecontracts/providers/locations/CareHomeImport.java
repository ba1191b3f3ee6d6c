package uk.carecontracts.providers.locations;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.ImportFileException;
import uk.carecontracts.kit.imports.ImportFormat;
import uk.carecontracts.kit.imports.ImportRow;
import uk.carecontracts.kit.imports.ImportRows;
import uk.carecontracts.kit.imports.RowOutcome;

/** CQC_CARE_HOMES: dated extracts of the regulator's directory for one area or several. */
@ApplicationScoped
public class CareHomeImport implements ImportFormat<CareHomeImport.Line> {

  /** The parameter that dates the file. */
  public static final String SNAPSHOT_DATE = "snapshotDate";

  private final SnapshotDesk desk;

  CareHomeImport(SnapshotDesk desk) {
    this.desk = desk;
  }

  /**
   * A row, and with the last one of a file what the file as a whole holds.
   *
   * @param row the care home
   * @param end present on the last good row
   */
  public record Line(CareHomeRow row, @Nullable EndOfFile end) {}

  /**
   * What a file holds.
   *
   * @param areas every area it lists
   * @param complete whether no row was malformed, so that absence means something
   */
  public record EndOfFile(Set<String> areas, boolean complete) {}

  @Override
  public String collection() {
    return "provider-imports";
  }

  @Override
  public String name() {
    return "CQC_CARE_HOMES";
  }

  /** A file is one transaction where it can be: openings and closures belong together. */
  @Override
  public int batchSize() {
    return 2000;
  }

  @Override
  public ImportRows<Line> open(InputStream file, ImportContext context) {
    List<ImportRow<Line>> rows = new ArrayList<>();
    Set<String> areas = new TreeSet<>();
    int last = -1;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      List<String> header = null;
      for (CsvRecord csvRow : csv) {
        if (header == null) {
          header = header(csvRow);
          continue;
        }
        ImportRow<Line> row = read(csvRow, header, context.authority());
        if (row.value() != null) {
          areas.add(row.value().row().area());
          last = rows.size();
        }
        rows.add(row);
      }
      if (header == null) {
        throw new ImportFileException("The file is empty; a header line is needed.");
      }
    } catch (CsvParseException | java.io.IOException broken) {
      throw new ImportFileException("The file is not CSV: " + broken.getMessage());
    }
    mark(rows, last, areas);
    return ImportRows.of(rows);
  }

  private static List<String> header(CsvRecord first) {
    List<String> header = first.getFields().stream().map(CareHomeExtract::columnName).toList();
    List<String> missing = CareHomeExtract.missing(header);
    if (!missing.isEmpty()) {
      throw new ImportFileException(
          "This is no extract of care homes: columns are missing: "
              + String.join(", ", missing)
              + ".");
    }
    return header;
  }

  private static ImportRow<Line> read(CsvRecord csvRow, List<String> header, String authority) {
    long number = csvRow.getStartingLineNumber();
    if (csvRow.getFieldCount() != header.size()) {
      return ImportRow.malformed(
          number,
          null,
          "The row has " + csvRow.getFieldCount() + " fields, the header " + header.size() + ".");
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), csvRow.getField(i));
    }
    try {
      return ImportRow.of(number, new Line(CareHomeExtract.read(cells, authority), null));
    } catch (CareHomeExtract.BadRow bad) {
      return ImportRow.malformed(number, bad.column(), bad.getMessage());
    }
  }

  private static void mark(List<ImportRow<Line>> rows, int last, Set<String> areas) {
    if (last < 0) {
      return;
    }
    boolean complete = rows.stream().allMatch(row -> row.malformed() == null);
    ImportRow<Line> row = rows.get(last);
    Line line = Objects.requireNonNull(row.value());
    rows.set(
        last, ImportRow.of(row.number(), new Line(line.row(), new EndOfFile(areas, complete))));
  }

  @Override
  public List<RowOutcome> apply(List<Line> lines, ImportContext context) {
    LocalDate date = LocalDate.parse(Objects.requireNonNull(context.parameter(SNAPSHOT_DATE)));
    List<SnapshotDesk.Stored> stored =
        desk.store(context.authority(), date, lines.stream().map(Line::row).toList());
    EndOfFile end = lines.stream().map(Line::end).filter(Objects::nonNull).findFirst().orElse(null);
    if (end == null) {
      return stored.stream().map(SnapshotDesk.Stored::outcome).toList();
    }
    Set<UUID> created = desk.complete(context.authority(), date, end.areas(), end.complete());
    return stored.stream().map(row -> row.outcome(created)).toList();
  }
}
