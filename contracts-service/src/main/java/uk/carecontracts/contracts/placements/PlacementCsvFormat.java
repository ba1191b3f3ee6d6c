package uk.carecontracts.contracts.placements;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import uk.carecontracts.kit.imports.CsvText;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.ImportFormat;
import uk.carecontracts.kit.imports.ImportRow;
import uk.carecontracts.kit.imports.ImportRows;
import uk.carecontracts.kit.imports.RowOutcome;

/** Placements as a spreadsheet, one a line; see docs/guide/placements.md for the columns. */
@ApplicationScoped
class PlacementCsvFormat implements ImportFormat<PlacementLine> {
  private final PlacementIntake intake;

  PlacementCsvFormat(PlacementIntake intake) {
    this.intake = intake;
  }

  @Override
  public String collection() {
    return PlacementImportResource.COLLECTION;
  }

  @Override
  public String name() {
    return "PLACEMENTS_CSV";
  }

  @Override
  public ImportRows<PlacementLine> open(InputStream file, ImportContext context) {
    CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofNamedCsvRecord(CsvText.utf8(file));
    Iterator<NamedCsvRecord> lines =
        reader.stream()
            .filter(line -> line.getFields().stream().anyMatch(cell -> !cell.isBlank()))
            .iterator();
    return new ImportRows<>() {
      @Override
      public boolean hasNext() {
        try {
          return lines.hasNext();
        } catch (CsvParseException e) {
          throw CsvText.refusal(e);
        }
      }

      @Override
      public ImportRow<PlacementLine> next() {
        return PlacementLine.read(lines.next());
      }

      @Override
      public void close() {
        try {
          reader.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  @Override
  public List<RowOutcome> apply(List<PlacementLine> rows, ImportContext context) {
    return intake.apply(context.authority(), rows);
  }
}
