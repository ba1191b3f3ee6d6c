package uk.carecontracts.kit.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a body may hold. */
@ConfigMapping(prefix = "kit.body")
public interface BodyLimit {
  /** {@code kit.body.json-bytes}: the largest body of an ordinary request, in bytes. */
  @WithDefault("2097152")
  long jsonBytes();

  /** {@code kit.body.import-bytes}: the largest uploaded file, in bytes. */
  @WithDefault("1073741824")
  long importBytes();
}
