package uk.carecontracts.providers.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.CsvText;

/** Comma-separated rows, in UTF-8 or, when the file is not valid as that, windows-1252. */
final class CsvRows implements TableRows {

  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> records;

  CsvRows(byte[] file) {
    csv =
        CsvReader.builder()
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(PublishedText.of(file));
    records = csv.iterator();
  }

  @Override
  public @Nullable TableRow next() {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord row = records.next();
      return new TableRow("", row.getStartingLineNumber(), row.getFields());
    } catch (CsvParseException broken) {
      throw CsvText.refusal(broken);
    }
  }

  @Override
  public boolean delimited() {
    return true;
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
