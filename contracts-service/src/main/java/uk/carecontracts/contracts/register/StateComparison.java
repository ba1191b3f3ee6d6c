package uk.carecontracts.contracts.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.ContractChange.FieldChange;
import uk.carecontracts.contracts.terms.ContractState;

/** Finds the places in which two states of a contract differ; lists are compared as a whole. */
@ApplicationScoped
public class StateComparison {
  private final ObjectMapper json;

  StateComparison(ObjectMapper json) {
    this.json = json;
  }

  /** The changed places; everything but the version, which always changes. */
  public List<FieldChange> between(@Nullable ContractState before, ContractState after) {
    List<FieldChange> changes = new ArrayList<>();
    JsonNode old = before == null ? json.createObjectNode() : json.valueToTree(before);
    compare("", old, json.valueToTree(after), changes);
    changes.removeIf(change -> change.pointer().equals("/version"));
    return changes;
  }

  private static void compare(
      String pointer, JsonNode before, JsonNode after, List<FieldChange> changes) {
    if (before.isObject() && after.isObject()) {
      Set<String> names = new TreeSet<>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      names.forEach(n -> compare(pointer + "/" + n, before.path(n), after.path(n), changes));
    } else if (!before.equals(after)) {
      changes.add(new FieldChange(pointer, present(before), present(after)));
    }
  }

  private static @Nullable JsonNode present(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : node;
  }
}
