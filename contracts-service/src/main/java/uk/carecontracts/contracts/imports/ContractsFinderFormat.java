package uk.carecontracts.contracts.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import uk.carecontracts.contracts.notices.NoticeReader;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.ImportFormat;
import uk.carecontracts.kit.imports.ImportRow;
import uk.carecontracts.kit.imports.ImportRows;
import uk.carecontracts.kit.imports.RowOutcome;

/** Contracts Finder notice files. */
@ApplicationScoped
class ContractsFinderFormat implements ImportFormat<ImportedContract> {
  private final ContractImporter importer;

  ContractsFinderFormat(ContractImporter importer) {
    this.importer = importer;
  }

  @Override
  public String collection() {
    return ContractImportResource.COLLECTION;
  }

  @Override
  public String name() {
    return "CONTRACTS_FINDER_NOTICES";
  }

  @Override
  public ImportRows<ImportedContract> open(InputStream file, ImportContext context) {
    NoticeReader reader = new NoticeReader(file);
    return new ImportRows<>() {
      @Override
      public boolean hasNext() {
        return reader.hasNext();
      }

      @Override
      public ImportRow<ImportedContract> next() {
        return reader.next().toImportRow();
      }

      @Override
      public void close() {
        reader.close();
      }
    };
  }

  @Override
  public List<RowOutcome> apply(List<ImportedContract> rows, ImportContext context) {
    return importer.apply(context.authority(), rows);
  }
}
