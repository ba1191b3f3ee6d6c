package uk.carecontracts.contracts.spend;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of payment files. */
@ConfigMapping(prefix = "spend")
public interface SpendConfig {
  /** {@code spend.most-inflated-bytes}: the most a zip may inflate to, in bytes. */
  @WithDefault("4294967296")
  long mostInflatedBytes();

  /** {@code spend.batch}: lines taken over in one transaction. */
  @WithDefault("1000")
  int batch();
}
