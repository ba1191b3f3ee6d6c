package uk.carecontracts.contracts.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import uk.carecontracts.contracts.ocds.ReleasePackageReader;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.ImportFormat;
import uk.carecontracts.kit.imports.ImportRows;
import uk.carecontracts.kit.imports.RowOutcome;

/** OCDS 1.1 release packages. */
@ApplicationScoped
class OcdsFormat implements ImportFormat<ImportedContract> {
  private final ContractImporter importer;

  OcdsFormat(ContractImporter importer) {
    this.importer = importer;
  }

  @Override
  public String collection() {
    return ContractImportResource.COLLECTION;
  }

  @Override
  public String name() {
    return "OCDS_RELEASE_PACKAGE";
  }

  @Override
  public ImportRows<ImportedContract> open(InputStream file, ImportContext context) {
    return ImportRows.of(
        ReleasePackageReader.read(file).stream().map(ParsedRow::toImportRow).toList());
  }

  @Override
  public List<RowOutcome> apply(List<ImportedContract> rows, ImportContext context) {
    return importer.apply(context.authority(), rows);
  }
}
