package uk.carecontracts.kit.imports;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of an import.
 *
 * @param jobId the job
 * @param authority GSS code of the authority it is for
 * @param dryRun true when everything will be rolled back
 * @param parameters further parameters the caller gave
 */
public record ImportContext(
    UUID jobId, String authority, boolean dryRun, Map<String, String> parameters) {
  /** A further parameter, or null. */
  public @Nullable String parameter(String name) {
    return parameters.get(name);
  }
}
