package uk.carecontracts.contracts.spend;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import uk.carecontracts.contracts.spend.files.Payment;
import uk.carecontracts.contracts.spend.files.SpendLayout;
import uk.carecontracts.kit.imports.ImportFormat;

/** The layouts of payment files that are taken. */
@Singleton
class SpendFormats {
  private final PaymentImporter importer;
  private final SpendConfig config;

  SpendFormats(PaymentImporter importer, SpendConfig config) {
    this.importer = importer;
    this.config = config;
  }

  /** The LGA's spend layout. */
  @Produces
  @Singleton
  ImportFormat<Payment> lgaSpend() {
    return new SpendFormat(SpendLayout.LGA_SPEND, importer, config);
  }

  /** Files of the North West open data project. */
  @Produces
  @Singleton
  ImportFormat<Payment> nwodSpend() {
    return new SpendFormat(SpendLayout.NWOD_SPEND, importer, config);
  }
}
