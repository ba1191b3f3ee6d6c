package uk.carecontracts.contracts.spend;

import java.io.InputStream;
import java.util.List;
import uk.carecontracts.contracts.spend.files.Payment;
import uk.carecontracts.contracts.spend.files.PaymentFile;
import uk.carecontracts.contracts.spend.files.SpendLayout;
import uk.carecontracts.kit.imports.ImportContext;
import uk.carecontracts.kit.imports.ImportFormat;
import uk.carecontracts.kit.imports.ImportRows;
import uk.carecontracts.kit.imports.RowOutcome;

/** Payment files of one layout; what their rows mean is the same in all. */
final class SpendFormat implements ImportFormat<Payment> {
  private final SpendLayout layout;
  private final PaymentImporter importer;
  private final SpendConfig config;

  SpendFormat(SpendLayout layout, PaymentImporter importer, SpendConfig config) {
    this.layout = layout;
    this.importer = importer;
    this.config = config;
  }

  @Override
  public String collection() {
    return SpendImportResource.COLLECTION;
  }

  @Override
  public String name() {
    return layout.name();
  }

  @Override
  public ImportRows<Payment> open(InputStream file, ImportContext context) {
    return PaymentFile.open(
        layout,
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
    importer.conclude(context, Restates.of(context));
  }

  @Override
  public void brokenOff(ImportContext context) {
    importer.brokenOff(context);
  }

  @Override
  public int batchSize() {
    return config.batch();
  }
}
