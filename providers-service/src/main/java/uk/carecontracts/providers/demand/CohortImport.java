package uk.carecontracts.providers.demand;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.carecontracts.kit.imports.CsvText;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.ImportFileException;
import uk.carecontracts.kit.imports.ImportFormat;
import uk.carecontracts.kit.imports.ImportRow;
import uk.carecontracts.kit.imports.ImportRows;
import uk.carecontracts.kit.imports.RowOutcome;

/**
 * Population projections as publishers lay them out: a row for each area and age band with a column
 * for each year, or a row for each area, age band and year with a column of people.
 */
@ApplicationScoped
public class CohortImport implements ImportFormat<List<Cohort>> {

  /** The resource it is imported through. */
  static final String COLLECTION = "population-cohort-imports";

  /** Parameter: the publication the figures are from. */
  static final String SOURCE = "source";

  /** Parameter: the area of a file that has no column for it. */
  static final String AREA = "area";

  private final CohortRepository cohorts;

  CohortImport(CohortRepository cohorts) {
    this.cohorts = cohorts;
  }

  @Override
  public String collection() {
    return COLLECTION;
  }

  @Override
  public String name() {
    return "POPULATION_COHORTS";
  }

  @Override
  public ImportRows<List<Cohort>> open(InputStream file, ImportContext context) {
    String given = context.parameter(AREA);
    String areaOfFile = given == null ? "" : given;
    List<ImportRow<List<Cohort>>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(CsvText.utf8(file))) {
      CohortColumns columns = null;
      for (CsvRecord row : csv) {
        if (row.getFields().stream().allMatch(String::isBlank)) {
          continue;
        }
        if (columns == null) {
          columns = CohortColumns.of(row.getFields(), areaOfFile);
        } else {
          rows.add(read(row, columns));
        }
      }
      if (columns == null) {
        throw new ImportFileException("The file is empty; a header line is needed.");
      }
    } catch (CsvParseException | IOException broken) {
      throw CsvText.refusal(broken);
    }
    return ImportRows.of(rows);
  }

  private static ImportRow<List<Cohort>> read(CsvRecord row, CohortColumns columns) {
    try {
      return ImportRow.of(row.getStartingLineNumber(), columns.read(row.getFields()));
    } catch (CohortColumns.BadCell bad) {
      return ImportRow.malformed(row.getStartingLineNumber(), bad.column(), bad.getMessage());
    }
  }

  @Override
  public List<RowOutcome> apply(List<List<Cohort>> rows, ImportContext context) {
    String source = Objects.requireNonNull(context.parameter(SOURCE));
    return rows.stream().map(row -> keep(context.authority(), source, row)).toList();
  }

  private RowOutcome keep(String authority, String source, List<Cohort> row) {
    Cohort first = row.get(0);
    Map<Integer, BigDecimal> held = new HashMap<>();
    cohorts
        .held(authority, source, first.area(), first.ageBand())
        .forEach(each -> held.put(each.year(), each.people()));
    List<Cohort> fresh =
        row.stream()
            .filter(
                each -> {
                  BigDecimal before = held.get(each.year());
                  return before == null || before.compareTo(each.people()) != 0;
                })
            .toList();
    if (fresh.isEmpty()) {
      return RowOutcome.UNCHANGED;
    }
    cohorts.keep(authority, source, fresh);
    boolean corrects = fresh.stream().anyMatch(each -> held.containsKey(each.year()));
    return corrects ? RowOutcome.UPDATED : RowOutcome.CREATED;
  }
}
