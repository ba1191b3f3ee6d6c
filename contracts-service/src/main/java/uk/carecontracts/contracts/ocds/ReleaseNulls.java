package uk.carecontracts.contracts.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Says in a release what is no longer so. By the standard's merge rules a field that is merely
 * absent keeps its earlier value in the record: it must be null once. Objects are nulled leaf by
 * leaf, because the schema allows null for values and not for objects; elements of lists and
 * references to parties keep their id. A supplier that is no longer party stays listed with the
 * role removedSupplier.
 */
public final class ReleaseNulls {
  private static final Set<String> WHOLE =
      Set.of("additionalIdentifiers", "additionalClassifications", "exemptions", "tag", "roles");
  private static final Set<String> KEPT = Set.of("id", "awardID", "ocid", "tag", "initiationType");
  private static final Set<String> HISTORY = Set.of("amendments");
  private static final Set<String> REFERENCES = Set.of("payer", "payee");

  private ReleaseNulls() {}

  /** Adds to a release the nulls for what the one before it said and it does not. */
  public static void complete(ObjectNode now, JsonNode before) {
    complete(now, before, HISTORY);
  }

  /** The same for all that was ever said of a process: amendments have nulls, too. */
  static void completeWithHistory(ObjectNode now, JsonNode before) {
    complete(now, before, Set.of());
  }

  private static void complete(ObjectNode now, JsonNode before, Set<String> history) {
    for (Map.Entry<String, JsonNode> field : before.properties()) {
      String name = field.getKey();
      if (KEPT.contains(name) || history.contains(name) || isOver(name, now, before)) {
        continue;
      }
      JsonNode was = field.getValue();
      JsonNode is = now.path(name);
      if (is.isMissingNode()) {
        JsonNode nothing = nulled(name, was);
        if (!(nothing.isObject() && nothing.isEmpty())) {
          now.set(name, nothing);
        }
      } else if (is instanceof ObjectNode object && was.isObject()) {
        complete(object, was, history);
      } else if (is instanceof ArrayNode list && was.isArray() && !WHOLE.contains(name)) {
        completeList(name, list, was, history);
      }
    }
  }

  /** What was planned stays in the record when the tender goes on to the next stage. */
  private static boolean isOver(String name, JsonNode now, JsonNode before) {
    return name.equals("planning") && !now.at("/tender/status").equals(before.at("/tender/status"));
  }

  private static void completeList(
      String name, ArrayNode now, JsonNode before, Set<String> history) {
    Map<String, ObjectNode> byId = new LinkedHashMap<>();
    for (JsonNode element : now) {
      if (element instanceof ObjectNode object && element.hasNonNull("id")) {
        byId.put(element.path("id").asText(), object);
      }
    }
    for (JsonNode element : before) {
      if (!element.hasNonNull("id")) {
        continue;
      }
      ObjectNode same = byId.get(element.path("id").asText());
      if (same == null) {
        now.add(gone(name, element));
      } else {
        complete(same, element, history);
      }
    }
  }

  private static JsonNode nulled(String name, JsonNode was) {
    if (was.isObject()) {
      ObjectNode emptied = emptied(was);
      if (REFERENCES.contains(name)) {
        emptied.set("id", was.path("id"));
      }
      return emptied;
    }
    if (!was.isArray()) {
      return JsonNodeFactory.instance.nullNode();
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    if (!WHOLE.contains(name)) {
      was.forEach(
          element -> {
            if (element.hasNonNull("id")) {
              list.add(gone(name, element));
            }
          });
    }
    return list;
  }

  private static ObjectNode gone(String list, JsonNode element) {
    if (list.equals("parties")) {
      ObjectNode party = JsonNodeFactory.instance.objectNode();
      party.set("id", element.path("id"));
      if (element.path("roles").toString().contains("supplier")) {
        party.putArray("roles").add("removedSupplier");
      } else {
        party.putNull("roles");
      }
      return party;
    }
    ObjectNode emptied = emptied(element);
    emptied.set("id", element.path("id"));
    if (element.hasNonNull("awardID")) {
      emptied.set("awardID", element.path("awardID"));
    }
    return emptied;
  }

  private static ObjectNode emptied(JsonNode was) {
    ObjectNode empty = JsonNodeFactory.instance.objectNode();
    was.properties()
        .forEach(each -> empty.set(each.getKey(), nulled(each.getKey(), each.getValue())));
    return empty;
  }
}
