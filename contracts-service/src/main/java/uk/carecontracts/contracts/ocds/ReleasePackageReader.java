package uk.carecontracts.contracts.ocds;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.imports.ImportedContract;
import uk.carecontracts.contracts.imports.ParsedRow;
import uk.carecontracts.kit.imports.ImportFileException;

/**
 * Reads an OCDS 1.1 release package. Releases come out in the order of their dates, whatever their
 * order in the file, so that a later one replaces an earlier one of the same process; their numbers
 * are their places in the file.
 */
public final class ReleasePackageReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private ReleasePackageReader() {}

  /**
   * All releases of a package.
   *
   * @throws ImportFileException when it is not JSON or has no list of releases
   */
  public static List<ParsedRow> read(InputStream file) {
    List<ParsedRow> rows = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(file)) {
      toReleases(parser);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        JsonNode release = JSON.readTree(parser);
        rows.add(row(rows.size() + 1, release));
      }
    } catch (IOException e) {
      throw new ImportFileException(
          "The file is not readable as JSON after release " + rows.size() + ".");
    }
    rows.sort(Comparator.comparing(ReleasePackageReader::date));
    return rows;
  }

  private static ParsedRow row(int number, JsonNode release) {
    return release.isObject()
        ? new ReleaseIn(release).toRow(number)
        : ParsedRow.refused(
            number, List.of(new ParsedRow.Fault("", "A release must be a JSON object.")));
  }

  private static Instant date(ParsedRow row) {
    ImportedContract contract = row.contract();
    @Nullable Instant stated = contract == null ? null : contract.source().statedAt();
    return stated == null ? Instant.MIN : stated;
  }

  private static void toReleases(JsonParser parser) throws IOException {
    if (parser.nextToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = "releases".equals(parser.currentName());
        if (parser.nextToken() == JsonToken.START_ARRAY && found) {
          return;
        }
        parser.skipChildren();
      }
    }
    throw new ImportFileException("The file has no list named 'releases'.");
  }
}
