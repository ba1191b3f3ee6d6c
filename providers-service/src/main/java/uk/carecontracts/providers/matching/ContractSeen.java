package uk.carecontracts.providers.matching;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/**
 * What this service reads of a contract event; fields it does not know are left alone.
 *
 * @param id the contract
 * @param authority GSS code of its authority
 * @param version the contract's version
 * @param state the event's state
 * @param parties its suppliers
 */
record ContractSeen(
    UUID id, String authority, long version, JsonNode state, List<SuppliedParty> parties) {

  private static final Set<String> CEILINGS = Set.of("FRAMEWORK", "DYNAMIC_MARKET");
  private static final BigDecimal DAYS_OF_A_YEAR = new BigDecimal("365.25");

  static ContractSeen of(ReceivedEvent event) {
    List<SuppliedParty> parties = new ArrayList<>();
    for (JsonNode party : event.state().path("parties")) {
      if (!party.path("id").asText().isEmpty()) {
        parties.add(SuppliedParty.read(party));
      }
    }
    return new ContractSeen(
        event.aggregateId(), event.authority(), event.aggregateVersion(), event.state(), parties);
  }

  /** The suppliers of which the contract does not itself say which provider record they are. */
  List<SuppliedParty> unidentified() {
    return parties.stream().filter(party -> party.providerId() == null).toList();
  }

  String reference() {
    return state.path("reference").asText(id.toString());
  }

  @Nullable String text(String field) {
    JsonNode value = state.path(field);
    return value.isTextual() ? value.asText() : null;
  }

  @Nullable BigDecimal amount(String value) {
    JsonNode amount = state.path("values").path(value).path("amount");
    return amount.isNumber() ? amount.decimalValue() : null;
  }

  /**
   * Pounds a year: as stated; else the total spread over the term, of a term under a year the
   * total, as the contract register has it. A ceiling of an agreement that promises nothing is
   * never spread.
   */
  @Nullable BigDecimal annual() {
    BigDecimal stated = amount("annual");
    BigDecimal total = amount("total");
    LocalDate start = date("start");
    LocalDate end = date("end");
    if (stated != null || total == null || start == null || end == null || end.isBefore(start)) {
      return stated;
    }
    if (CEILINGS.contains(state.path("type").asText())) {
      return null;
    }
    BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(start, end) + 1);
    BigDecimal years = days.divide(DAYS_OF_A_YEAR, MathContext.DECIMAL128).max(BigDecimal.ONE);
    return total.divide(years, MathContext.DECIMAL128).setScale(2, RoundingMode.HALF_UP);
  }

  @Nullable String currency() {
    JsonNode values = state.path("values");
    JsonNode currency =
        values.path("total").has("currency")
            ? values.path("total").path("currency")
            : values.path("annual").path("currency");
    return currency.isTextual() ? currency.asText() : null;
  }

  /** The last day of a contract that ended before its time. */
  @Nullable LocalDate endedOn() {
    JsonNode date = state.path("ending").path("date");
    return date.isTextual() ? LocalDate.parse(date.asText()) : null;
  }

  @Nullable LocalDate date(String name) {
    JsonNode date = state.path("dates").path(name);
    return date.isTextual() ? LocalDate.parse(date.asText()) : null;
  }
}
