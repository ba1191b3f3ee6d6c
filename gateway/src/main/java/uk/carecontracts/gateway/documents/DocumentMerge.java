package uk.carecontracts.gateway.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Joins OpenAPI documents. What several services describe alike appears once; where one name means
 * different things, the later service's becomes {@code ServiceName} and its references follow. A
 * path that several services have (each answers for itself, such as the operations of {@code
 * /v1/operations/{service}}) is taken from the first.
 */
public final class DocumentMerge {
  private static final String COMPONENT = "#/components/";

  private final ObjectNode merged = JsonNodeFactory.instance.objectNode();
  private final Set<String> operationIds = new HashSet<>();
  private final Set<String> tags = new HashSet<>();

  /** Begins an empty document. */
  public DocumentMerge(String title, String version, String description) {
    merged.put("openapi", "3.1.0");
    ObjectNode info = merged.putObject("info");
    info.put("title", title);
    info.put("description", description);
    info.put("version", version);
    merged.putArray("servers");
    merged.putArray("tags");
    merged.putObject("paths");
    merged.putObject("components");
  }

  /** Takes a service's document in. */
  public DocumentMerge add(String service, JsonNode document) {
    takeFrame(document);
    takeTags(document);
    ObjectNode own = (ObjectNode) withReferences(document, renamings(service, document));
    takeComponents(own, renamings(service, document));
    takePaths(service, own);
    return this;
  }

  /** The joined document, without schemas that only a path used which another service gave. */
  public ObjectNode document() {
    ObjectNode schemas = merged.withObject("/components/schemas");
    Set<String> used = references();
    while (schemas.properties().removeIf(schema -> !used.contains(schema.getKey()))) {
      used.retainAll(references());
    }
    return merged;
  }

  private Set<String> references() {
    Set<String> names = new HashSet<>();
    merged
        .findValuesAsText("$ref")
        .forEach(reference -> names.add(reference.substring(reference.lastIndexOf('/') + 1)));
    return names;
  }

  /** Licence, contact and server are the same of all: the first that names them. */
  private void takeFrame(JsonNode document) {
    ObjectNode info = (ObjectNode) merged.path("info");
    for (String field : new String[] {"contact", "license"}) {
      if (!info.has(field) && document.path("info").has(field)) {
        info.set(field, document.path("info").path(field));
      }
    }
    if (merged.path("servers").isEmpty() && document.has("servers")) {
      merged.set("servers", document.path("servers"));
    }
  }

  private void takeTags(JsonNode document) {
    for (JsonNode tag : document.path("tags")) {
      if (tags.add(tag.path("name").asText())) {
        ((ArrayNode) merged.path("tags")).add(tag);
      }
    }
  }

  private Map<String, String> renamings(String service, JsonNode document) {
    Map<String, String> renamings = new HashMap<>();
    document
        .path("components")
        .properties()
        .forEach(
            section ->
                section
                    .getValue()
                    .properties()
                    .forEach(
                        component -> {
                          JsonNode held =
                              merged
                                  .path("components")
                                  .path(section.getKey())
                                  .path(component.getKey());
                          if (!held.isMissingNode() && !held.equals(component.getValue())) {
                            String key = section.getKey() + "/" + component.getKey();
                            renamings.put(key, capitalised(service) + component.getKey());
                          }
                        }));
    return renamings;
  }

  private void takeComponents(ObjectNode own, Map<String, String> renamings) {
    ObjectNode components = (ObjectNode) merged.path("components");
    own.path("components")
        .properties()
        .forEach(
            section -> {
              ObjectNode target = components.withObject("/" + section.getKey());
              section
                  .getValue()
                  .properties()
                  .forEach(
                      component -> {
                        String key = section.getKey() + "/" + component.getKey();
                        String name = renamings.getOrDefault(key, component.getKey());
                        target.set(name, component.getValue());
                      });
            });
  }

  private void takePaths(String service, ObjectNode own) {
    ObjectNode paths = (ObjectNode) merged.path("paths");
    own.path("paths")
        .properties()
        .forEach(
            path -> {
              if (!paths.has(path.getKey())) {
                path.getValue().forEach(operation -> identify(service, operation));
                paths.set(path.getKey(), path.getValue());
              }
            });
  }

  private void identify(String service, JsonNode operation) {
    String id = operation.path("operationId").asText();
    if (!id.isEmpty() && !operationIds.add(id)) {
      String own = service + capitalised(id);
      ((ObjectNode) operation).put("operationId", own);
      operationIds.add(own);
    }
  }

  private static JsonNode withReferences(JsonNode node, Map<String, String> renamings) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(
              field ->
                  copy.set(
                      field.getKey(),
                      field.getKey().equals("$ref")
                          ? reference(field.getValue(), renamings)
                          : withReferences(field.getValue(), renamings)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> copy.add(withReferences(element, renamings)));
      return copy;
    }
    return node;
  }

  private static JsonNode reference(JsonNode reference, Map<String, String> renamings) {
    String text = reference.asText();
    if (!text.startsWith(COMPONENT)) {
      return reference;
    }
    String key = text.substring(COMPONENT.length());
    String section = key.substring(0, key.indexOf('/') + 1);
    String renamed = renamings.get(key);
    return renamed == null ? reference : TextNode.valueOf(COMPONENT + section + renamed);
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
