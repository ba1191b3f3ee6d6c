package uk.carecontracts.contracts.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads JSON that others wrote, where anything may be missing or of another type. */
final class JsonFacts {
  private JsonFacts() {}

  /** The elements of a list; none of anything else. */
  static Stream<JsonNode> elements(JsonNode array) {
    return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
  }

  /** A text with its blanks stripped; null when it is missing, empty or no single value. */
  static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull() || value.isContainerNode()) {
      return null;
    }
    String text = value.asText().replace("\r\n", "\n").strip();
    return text.isEmpty() ? null : text;
  }
}
