package uk.carecontracts.testkit.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an AsyncAPI document says about each type of event. Bodies are held to the published schemas
 * and also to stricter ones that allow no field the document does not describe.
 */
public final class EventSchemas {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory DRAFT_7 =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);

  private record Kind(JsonSchema headers, JsonSchema body, JsonSchema describedBody) {}

  private final Map<String, Kind> kinds = new TreeMap<>();

  private EventSchemas(JsonNode document) {
    JsonNode strict = closed(document.path("components").deepCopy());
    for (JsonNode message : document.path("components").path("messages")) {
      kinds.put(
          message.path("name").asText(),
          new Kind(
              schema(message.path("headers"), document.path("components")),
              schema(message.path("payload"), document.path("components")),
              schema(message.path("payload"), strict)));
    }
  }

  /** Of a document in AsyncAPI 3. */
  public static EventSchemas of(JsonNode asyncApi) {
    return new EventSchemas(asyncApi);
  }

  /** Every type the document describes. */
  public Set<String> types() {
    return kinds.keySet();
  }

  /** What is wrong with events, by their type. */
  public Map<String, Set<String>> objections(List<TopicReader.Event> events) {
    Map<String, Set<String>> objections = new TreeMap<>();
    for (TopicReader.Event event : events) {
      Set<String> found = objections(event);
      if (!found.isEmpty()) {
        objections.computeIfAbsent(event.type(), type -> new TreeSet<>()).addAll(found);
      }
    }
    return objections;
  }

  /** What is wrong with an event, without the particulars that differ from one to the next. */
  public Set<String> objections(TopicReader.Event event) {
    Set<String> objections = new TreeSet<>();
    Kind kind = kinds.get(event.type());
    if (kind == null) {
      objections.add("is not documented");
      return objections;
    }
    if (!event.key().equals(event.headers().get("ce_subject"))) {
      objections.add("has a key that is not ce_subject");
    }
    JsonNode headers = JSON.valueToTree(event.headers());
    JsonNode body = parse(event.value());
    kind.headers()
        .validate(headers)
        .forEach(found -> objections.add("header " + found.getMessage()));
    kind.body().validate(body).forEach(found -> objections.add(general(found.getMessage())));
    kind.describedBody()
        .validate(body)
        .forEach(found -> objections.add("as described: " + general(found.getMessage())));
    // What never changes after it was set has no version of its own.
    String version = body.at("/state/version").asText();
    if (!(version.isEmpty() ? "1" : version).equals(event.headers().get("ce_aggregateversion"))) {
      objections.add("has a state of another version than its header says");
    }
    return objections;
  }

  private static String general(String message) {
    return message.replaceAll("\\[\\d+]", "[]");
  }

  /** References point into components, so these travel with every schema. */
  private static JsonSchema schema(JsonNode schema, JsonNode components) {
    ObjectNode root = JSON.createObjectNode();
    root.putArray("allOf").add(schema);
    root.putObject("components").set("schemas", components.path("schemas"));
    return DRAFT_7.getSchema(root);
  }

  /** The same schemas, in which an object has only the properties described. */
  private static JsonNode closed(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(EventSchemas::closed);
    return node;
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
