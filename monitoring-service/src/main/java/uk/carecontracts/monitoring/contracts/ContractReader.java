package uk.carecontracts.monitoring.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.inbox.ReceivedEvent;
import uk.carecontracts.monitoring.contracts.KnownContract.KnownParty;

/** Reads a contract from an event's state, leaving fields it does not know. */
final class ContractReader {
  private ContractReader() {}

  static KnownContract read(ReceivedEvent event) {
    JsonNode state = event.state();
    JsonNode dates = state.path("dates");
    JsonNode values = state.path("values");
    String reference = text(state, "reference");
    return new KnownContract(
        event.aggregateId(),
        event.authority(),
        reference == null ? event.aggregateId().toString() : reference,
        orElse(text(state, "title"), "Untitled"),
        orElse(text(state, "status"), "UNKNOWN"),
        text(state, "type"),
        text(state, "serviceType"),
        texts(state.path("clientGroups")),
        text(state, "area"),
        parties(state.path("parties")),
        amount(values.path("annual")),
        amount(values.path("total")),
        day(dates, "start"),
        day(dates, "end"),
        event.aggregateVersion());
  }

  private static List<KnownParty> parties(JsonNode nodes) {
    List<KnownParty> parties = new ArrayList<>();
    for (JsonNode node : nodes) {
      String provider = text(node, "providerId");
      parties.add(
          new KnownParty(
              provider == null ? null : UUID.fromString(provider),
              orElse(text(node, "role"), "SUPPLIER"),
              orElse(text(node, "name"), "Unnamed")));
    }
    parties.sort(Comparator.comparingInt(party -> rank(party.role())));
    return parties;
  }

  /** Lead supplier first, subcontractors last. */
  private static int rank(String role) {
    if (role.contains("LEAD")) {
      return 0;
    }
    return role.contains("SUB") ? 2 : 1;
  }

  private static @Nullable BigDecimal amount(JsonNode money) {
    JsonNode amount = money.isObject() ? money.path("amount") : money;
    return amount.isNumber() ? amount.decimalValue() : null;
  }

  private static @Nullable LocalDate day(JsonNode node, String field) {
    String text = text(node, field);
    return text == null ? null : LocalDate.parse(text);
  }

  private static List<String> texts(JsonNode nodes) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isObject()) {
      value = value.path(value.has("code") ? "code" : "label");
    }
    return value.isValueNode() && !value.isNull() ? value.asText() : null;
  }

  private static String orElse(@Nullable String text, String other) {
    return text == null || text.isBlank() ? other : text;
  }
}
