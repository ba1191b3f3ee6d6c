package uk.carecontracts.kit.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks to import.
 *
 * @param collection the resource, such as {@code contract-imports}
 * @param format the layout's name as given
 * @param authority GSS code as given, or null for the caller's own
 * @param dryRun true to try without keeping anything
 * @param parameters further parameters, kept with the job
 */
public record ImportSubmission(
    String collection,
    @Nullable String format,
    @Nullable String authority,
    boolean dryRun,
    Map<String, String> parameters) {}
