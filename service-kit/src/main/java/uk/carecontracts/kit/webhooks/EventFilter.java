package uk.carecontracts.kit.webhooks;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * Which events a subscription wants.
 *
 * @param types event types, where one may end in {@code *}; none means all
 * @param where JSON pointers into the aggregate's state with the values wanted there; all must hold
 */
record EventFilter(List<String> types, Map<String, List<String>> where) {
  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9.-]*(\\*)?|\\*");

  /** Refuses what could never match by its form. */
  void check() {
    for (int i = 0; i < types.size(); i++) {
      if (!TYPE.matcher(types.get(i)).matches()) {
        throw new RuleViolation(
            "FILTER_UNREADABLE",
            "An event type reads like contract.awarded.v1 or contract.*",
            "/types/" + i);
      }
    }
    for (String pointer : where.keySet()) {
      try {
        JsonPointer.compile(pointer);
      } catch (IllegalArgumentException e) {
        throw new RuleViolation(
            "FILTER_UNREADABLE", pointer + " is not a JSON pointer such as /status", "/where");
      }
    }
  }

  /** Whether an event of this type and state is wanted. */
  boolean wants(String type, JsonNode state) {
    return (types.isEmpty() || types.stream().anyMatch(wanted -> covers(wanted, type)))
        && where.entrySet().stream().allMatch(w -> holds(state.at(w.getKey()), w.getValue()));
  }

  private static boolean covers(String wanted, String type) {
    return wanted.endsWith("*")
        ? type.startsWith(wanted.substring(0, wanted.length() - 1))
        : type.equals(wanted);
  }

  private static boolean holds(JsonNode value, List<String> wanted) {
    if (value.isArray()) {
      for (JsonNode element : value) {
        if (wanted.contains(element.asText())) {
          return true;
        }
      }
      return false;
    }
    return value.isValueNode() && wanted.contains(value.asText());
  }
}
