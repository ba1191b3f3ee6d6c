package uk.carecontracts.providers.locations;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.CsvText;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.ImportFileException;
import uk.carecontracts.kit.imports.ImportFormat;
import uk.carecontracts.kit.imports.ImportRow;
import uk.carecontracts.kit.imports.ImportRows;
import uk.carecontracts.kit.imports.RowOutcome;
import uk.carecontracts.providers.tables.PublishedText;

/** CQC_CARE_HOMES: dated extracts of the regulator's directory for one area or several. */
@ApplicationScoped
public class CareHomeImport implements ImportFormat<CareHomeRow> {

  /** The parameter that dates the file. */
  public static final String SNAPSHOT_DATE = "snapshotDate";

  private final SnapshotDesk desk;
  private volatile @Nullable FileRead lastRead;

  CareHomeImport(SnapshotDesk desk) {
    this.desk = desk;
  }

  /**
   * What a file holds as a whole, kept from reading it to concluding it: each run does both.
   *
   * @param jobId the import
   * @param listed fingerprints of the homes it lists, by area
   * @param readable whether no row was malformed, so that absence means something
   */
  private record FileRead(UUID jobId, Map<String, Set<String>> listed, boolean readable) {}

  @Override
  public String collection() {
    return "provider-imports";
  }

  @Override
  public String name() {
    return "CQC_CARE_HOMES";
  }

  @Override
  public int batchSize() {
    return 500;
  }

  @Override
  public ImportRows<CareHomeRow> open(InputStream file, ImportContext context) {
    List<ImportRow<CareHomeRow>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(PublishedText.of(file.readAllBytes()))) {
      List<String> header = null;
      for (CsvRecord csvRow : csv) {
        if (header == null) {
          header = header(csvRow);
          continue;
        }
        rows.add(read(csvRow, header, context.authority()));
      }
      if (header == null) {
        throw new ImportFileException("The file is empty; a header line is needed.");
      }
    } catch (CsvParseException | java.io.IOException broken) {
      throw CsvText.refusal(broken);
    }
    lastRead = summary(context.jobId(), rows);
    return ImportRows.of(rows);
  }

  private static FileRead summary(UUID job, List<ImportRow<CareHomeRow>> rows) {
    Map<String, Set<String>> listed = new TreeMap<>();
    for (ImportRow<CareHomeRow> row : rows) {
      CareHomeRow home = row.value();
      if (home != null) {
        listed
            .computeIfAbsent(home.area(), area -> new TreeSet<>())
            .add(SnapshotDesk.fingerprint(home));
      }
    }
    return new FileRead(job, listed, rows.stream().allMatch(row -> row.malformed() == null));
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

  private static ImportRow<CareHomeRow> read(
      CsvRecord csvRow, List<String> header, String authority) {
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
      return ImportRow.of(number, CareHomeExtract.read(cells, authority));
    } catch (CareHomeExtract.BadRow bad) {
      return ImportRow.malformed(number, bad.column(), bad.getMessage());
    }
  }

  @Override
  public List<RowOutcome> apply(List<CareHomeRow> rows, ImportContext context) {
    return desk.store(context.authority(), date(context), rows);
  }

  @Override
  public void conclude(ImportContext context) {
    FileRead read = lastRead;
    if (read == null || !read.jobId().equals(context.jobId())) {
      throw new IllegalStateException("Import " + context.jobId() + " was not read in this run");
    }
    desk.complete(context.authority(), date(context), read.listed(), read.readable());
  }

  private static LocalDate date(ImportContext context) {
    return LocalDate.parse(Objects.requireNonNull(context.parameter(SNAPSHOT_DATE)));
  }
}
