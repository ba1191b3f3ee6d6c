package uk.carecontracts.contracts.notices;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.imports.ParsedRow;
import uk.carecontracts.kit.imports.ImportFileException;

/**
 * Reads a Contracts Finder notice file ({@code {meta, stats, contracts: [...]}}) notice by notice,
 * so that its size does not matter.
 */
public final class NoticeReader implements Iterator<ParsedRow>, Closeable {
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(2_000_000).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final JsonParser parser;
  private @Nullable JsonToken token;
  private int number;

  /**
   * Opens a file and goes to its first notice.
   *
   * @throws ImportFileException when it is not JSON or has no list of contracts
   */
  public NoticeReader(InputStream file) {
    try {
      parser = JSON.createParser(file);
      findContracts();
    } catch (IOException e) {
      throw new ImportFileException("The file is not readable as JSON: " + e.getMessage());
    }
  }

  private void findContracts() throws IOException {
    if (parser.nextToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = "contracts".equals(parser.currentName());
        JsonToken value = parser.nextToken();
        if (found && value == JsonToken.START_ARRAY) {
          token = parser.nextToken();
          return;
        }
        parser.skipChildren();
      }
    }
    throw new ImportFileException("The file has no list named 'contracts'.");
  }

  @Override
  public boolean hasNext() {
    return token != null && token != JsonToken.END_ARRAY;
  }

  @Override
  public ParsedRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      number++;
      JsonNode node = JSON.readTree(parser);
      token = parser.nextToken();
      return node.isObject()
          ? new Notice(node).toRow(number)
          : ParsedRow.refused(
              number, List.of(new ParsedRow.Fault("", "A notice must be a JSON object.")));
    } catch (IOException e) {
      throw new ImportFileException(
          "The file stops being readable after notice " + (number - 1) + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
