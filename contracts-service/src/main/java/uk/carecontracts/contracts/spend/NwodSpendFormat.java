package uk.carecontracts.contracts.spend;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import uk.carecontracts.contracts.spend.files.Payment;
import uk.carecontracts.contracts.spend.files.PaymentFile;
import uk.carecontracts.contracts.spend.files.SpendLayout;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.ImportFormat;
import uk.carecontracts.kit.imports.ImportRows;
import uk.carecontracts.kit.imports.RowOutcome;

/** Payment files of the North West open data project. */
@ApplicationScoped
class NwodSpendFormat implements ImportFormat<Payment> {
  private final PaymentImporter importer;
  private final SpendConfig config;

  NwodSpendFormat(PaymentImporter importer, SpendConfig config) {
    this.importer = importer;
    this.config = config;
  }

  @Override
  public String collection() {
    return SpendImportResource.COLLECTION;
  }

  @Override
  public String name() {
    return SpendLayout.NWOD_SPEND.name();
  }

  @Override
  public ImportRows<Payment> open(InputStream file, ImportContext context) {
    return PaymentFile.open(
        SpendLayout.NWOD_SPEND,
        context.authority(),
        file,
        context.parameter(SpendImportResource.ENCODING),
        config.mostInflatedBytes());
  }

  @Override
  public List<RowOutcome> apply(List<Payment> rows, ImportContext context) {
    return importer.apply(rows, context);
  }

  @Override
  public void conclude(ImportContext context) {
    importer.conclude(context);
  }

  @Override
  public int batchSize() {
    return config.batch();
  }
}
