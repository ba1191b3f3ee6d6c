package uk.carecontracts.providers.statements;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A table of words.
 *
 * @param caption what it lists
 * @param columns its headings; the first names the row
 * @param rows its rows
 * @param source where it comes from
 */
@Schema(name = "StatementTable")
public record TextTable(
    String caption, List<String> columns, List<List<String>> rows, String source) {}
