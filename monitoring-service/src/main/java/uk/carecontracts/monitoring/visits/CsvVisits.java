package uk.carecontracts.monitoring.visits;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.CsvText;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.ImportFileException;
import uk.carecontracts.kit.imports.ImportRow;
import uk.carecontracts.kit.imports.ImportRows;

/** VISITS_CSV: a header line with the names of the fields in any order, then a visit a line. */
@Singleton
class CsvVisits extends VisitFormat {

  CsvVisits(VisitIntake intake) {
    super(intake);
  }

  @Override
  public String name() {
    return "VISITS_CSV";
  }

  @Override
  public ImportRows<VisitReport> open(InputStream file, ImportContext context) {
    return new ReadAhead<>(new Lines(file));
  }

  /** The lines of a file, parsed as they are asked for. */
  private static final class Lines implements Iterator<ImportRow<VisitReport>> {
    private final Iterator<CsvRecord> records;
    private final Map<String, Integer> columns;
    private final int width;

    Lines(InputStream file) {
      records =
          CsvReader.builder()
              .allowMissingFields(true)
              .allowExtraFields(true)
              .ofCsvRecord(CsvText.utf8(file))
              .iterator();
      if (!more()) {
        throw new ImportFileException("The file is empty; a header line is needed.");
      }
      CsvRecord header = records.next();
      columns = columns(header);
      width = header.getFieldCount();
    }

    private static Map<String, Integer> columns(CsvRecord header) {
      Map<String, Integer> columns = new HashMap<>();
      for (int i = 0; i < header.getFieldCount(); i++) {
        columns.put(header.getField(i).strip(), i);
      }
      List<String> missing =
          VisitLine.REQUIRED.stream().filter(name -> !columns.containsKey(name)).toList();
      if (!missing.isEmpty()) {
        throw new ImportFileException(
            "This is no file of visits: columns are missing: " + String.join(", ", missing) + ".");
      }
      return columns;
    }

    private boolean more() {
      try {
        return records.hasNext();
      } catch (CsvParseException broken) {
        throw CsvText.refusal(broken);
      }
    }

    @Override
    public boolean hasNext() {
      return more();
    }

    @Override
    public ImportRow<VisitReport> next() {
      CsvRecord line = records.next();
      long number = line.getStartingLineNumber();
      if (line.getFieldCount() != width) {
        return ImportRow.malformed(
            number,
            null,
            "The row has " + line.getFieldCount() + " fields, the header " + width + ".");
      }
      try {
        return ImportRow.of(number, VisitLine.read(name -> cell(line, name)));
      } catch (VisitFault bad) {
        return ImportRow.malformed(number, bad.field(), String.valueOf(bad.getMessage()));
      }
    }

    private @Nullable String cell(CsvRecord line, String name) {
      Integer column = columns.get(name);
      return column == null ? null : line.getField(column);
    }
  }
}
