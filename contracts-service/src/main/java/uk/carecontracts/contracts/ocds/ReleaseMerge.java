package uk.carecontracts.contracts.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compiles the releases of a process into its present state, by the merge routine of OCDS 1.1:
 * later values replace earlier ones, null removes (an object of nulls altogether), lists of objects
 * are merged by id, other lists and those the schema marks are replaced as a whole.
 */
public final class ReleaseMerge {
  private static final Set<String> OMITTED = Set.of("id", "date", "tag");
  private static final Set<String> REPLACED_AS_A_WHOLE =
      Set.of("additionalIdentifiers", "additionalClassifications", "exemptions");

  private ReleaseMerge() {}

  /** The compiled release; the list must not be empty. */
  public static ObjectNode compile(List<? extends JsonNode> releases) {
    List<? extends JsonNode> sorted =
        releases.stream().sorted(Comparator.comparing(ReleaseMerge::date)).toList();
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    for (JsonNode release : sorted) {
      ObjectNode told = release.deepCopy();
      told.remove(OMITTED);
      merge(merged, told);
    }
    JsonNode last = sorted.get(sorted.size() - 1);
    ObjectNode compiled = JsonNodeFactory.instance.objectNode();
    compiled.put("ocid", last.path("ocid").asText());
    compiled.put("id", last.path("ocid").asText() + "-" + last.path("date").asText());
    compiled.put("date", last.path("date").asText());
    compiled.putArray("tag").add("compiled");
    merged.remove("ocid");
    compiled.setAll(merged);
    return compiled;
  }

  private static OffsetDateTime date(JsonNode release) {
    return OffsetDateTime.parse(release.path("date").asText());
  }

  private static void merge(ObjectNode target, JsonNode source) {
    for (Map.Entry<String, JsonNode> field : source.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      if (value.isNull()) {
        target.remove(name);
      } else if (value.isObject()) {
        ObjectNode held =
            target.path(name).isObject() ? (ObjectNode) target.path(name) : target.putObject(name);
        merge(held, value);
        if (held.isEmpty()) {
          target.remove(name);
        }
      } else if (isMergedById(name, value)) {
        target.set(name, mergeById(target.path(name), (ArrayNode) value));
      } else {
        target.set(name, value);
      }
    }
  }

  private static boolean isMergedById(String name, JsonNode value) {
    if (!value.isArray() || value.isEmpty() || REPLACED_AS_A_WHOLE.contains(name)) {
      return false;
    }
    for (JsonNode element : value) {
      if (!element.isObject()) {
        return false;
      }
    }
    return true;
  }

  /** Elements without an id cannot be told apart: they are added. */
  private static ArrayNode mergeById(JsonNode held, ArrayNode news) {
    Map<Object, ObjectNode> byId = new LinkedHashMap<>();
    for (JsonNode element : held) {
      byId.put(key(element), (ObjectNode) element);
    }
    for (JsonNode element : news) {
      merge(
          byId.computeIfAbsent(key(element), id -> JsonNodeFactory.instance.objectNode()), element);
    }
    ArrayNode merged = JsonNodeFactory.instance.arrayNode();
    byId.values().forEach(merged::add);
    return merged;
  }

  private static Object key(JsonNode element) {
    return element.hasNonNull("id") ? element.path("id").asText() : new Object();
  }
}
