package uk.carecontracts.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Makes values of the form a document describes: whatever is required, and nothing else. */
final class SampleBody {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final int DEEP_ENOUGH = 8;
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private final JsonNode document;
  private final ObjectMapper json = new ObjectMapper();

  SampleBody(JsonNode document) {
    this.document = document;
  }

  String body(JsonNode schema) {
    JsonNode value = value(schema, 0);
    return value.isTextual() ? value.asText() : value.toString();
  }

  /** The required query parameters, and authority where there is one (its value is left empty). */
  Map<String, String> query(JsonNode parameters) {
    Map<String, String> query = new TreeMap<>();
    for (JsonNode each : parameters) {
      JsonNode parameter = resolved(each);
      String name = parameter.path("name").asText();
      if (parameter.path("in").asText().equals("query")
          && (parameter.path("required").asBoolean() || name.equals("authority"))) {
        query.put(
            name, name.equals("authority") ? "" : value(parameter.path("schema"), 0).asText());
      }
    }
    return query;
  }

  private JsonNode value(JsonNode unresolved, int depth) {
    JsonNode schema = resolved(unresolved);
    for (String stated : new String[] {"const", "default", "example"}) {
      if (schema.has(stated)) {
        return schema.path(stated);
      }
    }
    for (String list : new String[] {"examples", "enum"}) {
      if (schema.path(list).isArray() && !schema.path(list).isEmpty()) {
        return schema.path(list).get(0);
      }
    }
    for (String choice : new String[] {"allOf", "oneOf", "anyOf"}) {
      if (schema.path(choice).isArray()) {
        return value(schema.path(choice).get(0), depth + 1);
      }
    }
    return ofType(schema, depth);
  }

  private JsonNode ofType(JsonNode schema, int depth) {
    JsonNode type = schema.path("type");
    String name = type.isArray() ? type.get(0).asText() : type.asText();
    return switch (name) {
      case "string" -> MAKE.textNode(text(schema.path("format").asText()));
      case "integer", "number" -> MAKE.numberNode(Math.max(1, schema.path("minimum").asLong(1)));
      case "boolean" -> MAKE.booleanNode(true);
      case "array" ->
          schema.path("minItems").asInt() == 0
              ? MAKE.arrayNode()
              : MAKE.arrayNode().add(value(schema.path("items"), depth + 1));
      default -> object(schema, depth);
    };
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = json.createObjectNode();
    if (depth < DEEP_ENOUGH) {
      schema
          .path("required")
          .forEach(
              name ->
                  object.set(
                      name.asText(),
                      value(schema.path("properties").path(name.asText()), depth + 1)));
    }
    return object;
  }

  private static String text(String format) {
    return switch (format) {
      case "uuid" -> UUID.randomUUID().toString();
      case "date" -> TODAY.toString();
      case "date-time" -> "2026-04-01T09:00:00Z";
      case "binary" -> "";
      default -> "WALK";
    };
  }

  private JsonNode resolved(JsonNode schema) {
    JsonNode found = schema;
    while (found.has("$ref")) {
      found = document.at(found.path("$ref").asText().substring(1));
    }
    return found;
  }
}
