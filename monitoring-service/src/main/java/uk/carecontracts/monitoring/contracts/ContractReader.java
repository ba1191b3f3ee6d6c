package uk.carecontracts.monitoring.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.inbox.ReceivedEvent;
import uk.carecontracts.monitoring.contracts.KnownContract.KnownParty;

/** Reads a contract from an event's state, leaving fields it does not know. */
final class ContractReader {
  private static final Set<String> CEILINGS = Set.of("FRAMEWORK", "DYNAMIC_MARKET");
  private static final BigDecimal DAYS_OF_A_YEAR = new BigDecimal("365.25");

  private ContractReader() {}

  static KnownContract read(ReceivedEvent event) {
    JsonNode state = event.state();
    JsonNode dates = state.path("dates");
    BigDecimal total = amount(state.path("values").path("total"));
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
        annual(state, total),
        total,
        day(dates, "start"),
        lastDay(state, day(dates, "end")),
        event.aggregateVersion());
  }

  /**
   * An ending, announced or past, comes before the end agreed; what was given up has a term only.
   */
  private static @Nullable LocalDate lastDay(JsonNode state, @Nullable LocalDate agreed) {
    LocalDate ending = day(state.path("ending"), "date");
    boolean earlier = ending != null && (agreed == null || ending.isBefore(agreed));
    return earlier && !"CANCELLED".equals(text(state, "status")) ? ending : agreed;
  }

  /** The procurement regime, if the register tells it. */
  static @Nullable String regime(ReceivedEvent event) {
    return text(event.state(), "regime");
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

  /**
   * Pounds a year, as the contract register has them: as stated, else the total spread over the
   * term agreed, of a term under a year the total. A ceiling is nobody's spending.
   */
  private static @Nullable BigDecimal annual(JsonNode state, @Nullable BigDecimal total) {
    if (CEILINGS.contains(state.path("type").asText())) {
      return null;
    }
    BigDecimal stated = amount(state.path("values").path("annual"));
    LocalDate start = day(state.path("dates"), "start");
    LocalDate end = day(state.path("dates"), "end");
    if (stated != null || total == null || start == null || end == null || end.isBefore(start)) {
      return stated;
    }
    BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(start, end) + 1);
    BigDecimal years = days.divide(DAYS_OF_A_YEAR, MathContext.DECIMAL128).max(BigDecimal.ONE);
    return total.divide(years, MathContext.DECIMAL128).setScale(2, RoundingMode.HALF_UP);
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
