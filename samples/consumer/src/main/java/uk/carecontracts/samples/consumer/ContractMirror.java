package uk.carecontracts.samples.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The latest state of each contract. An event is applied only if it is newer than what is held, so
 * an event that comes twice or late changes nothing. A consumer with a database does the same: it
 * keeps the version beside the row and changes both in one transaction.
 */
final class ContractMirror {
  private record Held(long version, JsonNode state) {}

  private final Map<String, Held> contracts = new HashMap<>();

  /** Takes an event over; false when what is held is as new. */
  boolean apply(ContractEvent event) {
    Held held = contracts.get(event.subject());
    if (held != null && held.version() >= event.version()) {
      return false;
    }
    contracts.put(event.subject(), new Held(event.version(), event.state()));
    return true;
  }

  int size() {
    return contracts.size();
  }

  /** Active contracts that end before a day, the first to end first. */
  List<JsonNode> endingBefore(LocalDate day) {
    return contracts.values().stream()
        .map(Held::state)
        .filter(state -> state.path("status").asText().equals("ACTIVE"))
        .filter(state -> state.path("dates").hasNonNull("end"))
        .filter(state -> end(state).isBefore(day))
        .sorted(Comparator.comparing(ContractMirror::end))
        .toList();
  }

  private static LocalDate end(JsonNode state) {
    return LocalDate.parse(state.path("dates").path("end").asText());
  }
}
