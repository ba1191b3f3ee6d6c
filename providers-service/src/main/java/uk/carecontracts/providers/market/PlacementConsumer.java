package uk.carecontracts.providers.market;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** Follows placements, and what variations did to the price of contracts. */
@ApplicationScoped
public class PlacementConsumer implements EventConsumer {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String VARIED = "contract.varied.v1";
  private static final String ANNUAL = "/values/annual";

  private final Sql sql;

  PlacementConsumer(Sql sql) {
    this.sql = sql;
  }

  @Override
  public String name() {
    return "market-placements";
  }

  @Override
  public Set<String> topics() {
    return Set.of("contracts.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return aggregateType.equals("placement") || type.equals(VARIED);
  }

  @Override
  public void apply(ReceivedEvent event) {
    if (event.aggregateType().equals("placement") && event.state().isObject()) {
      placement(event);
    } else if (event.type().equals(VARIED)) {
      priceChange(event);
    }
  }

  private void placement(ReceivedEvent event) {
    JsonNode state = event.state();
    LocalDate start = day(state, "startDate");
    String person = text(state, "personReference");
    sql.update("delete from placement_seen where placement_id = ?", event.aggregateId());
    if (start == null || person == null) {
      return;
    }
    sql.update(
        """
        insert into placement_seen (placement_id, authority, version, contract_id, provider_id,
          provider_name, service_type, client_group, person_reference, start_date, end_date)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        event.aggregateId(),
        event.authority(),
        event.aggregateVersion(),
        id(state, "contractId"),
        id(state.path("provider"), "providerId"),
        text(state.path("provider"), "name"),
        text(state, "serviceType"),
        text(state, "clientGroup"),
        person,
        start,
        day(state, "endDate"));
    Map<LocalDate, JsonNode> terms = new LinkedHashMap<>();
    for (JsonNode some : state.path("terms")) {
      LocalDate from = day(some, "from");
      terms.put(from == null ? start : from, some);
    }
    if (terms.isEmpty()) {
      terms.put(start, state);
    }
    terms.forEach((from, some) -> keep(event, from, some));
  }

  private void keep(ReceivedEvent event, LocalDate from, JsonNode terms) {
    sql.update(
        """
        insert into placement_terms_seen (placement_id, authority, valid_from, kind, care_type,
          area, location_id, weekly_price, hours_per_week)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        event.aggregateId(),
        event.authority(),
        from,
        terms.path("kind").asText("SPOT"),
        text(terms, "careType"),
        text(terms, "area"),
        id(terms, "locationId"),
        number(terms.path("weeklyPrice").path("amount")),
        number(terms.path("hoursPerWeek")));
  }

  private void priceChange(ReceivedEvent event) {
    for (JsonNode field : event.change().path("fields")) {
      String pointer = field.path("pointer").asText("");
      if (pointer.equals(ANNUAL) || pointer.equals(ANNUAL + "/amount")) {
        sql.update(
            """
            insert into contract_price_change
              (contract_id, version, authority, changed_on, before, after, reason)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
            event.aggregateId(),
            event.aggregateVersion(),
            event.authority(),
            event.time().atZone(LONDON).toLocalDate(),
            amount(field.path("before")),
            amount(field.path("after")),
            text(event.change(), "reason"));
      }
    }
  }

  private static @Nullable BigDecimal amount(JsonNode value) {
    return number(value.isObject() ? value.path("amount") : value);
  }

  private static @Nullable BigDecimal number(JsonNode node) {
    return node.isNumber() ? node.decimalValue() : null;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
  }

  private static @Nullable UUID id(JsonNode node, String field) {
    String text = text(node, field);
    return text == null ? null : UUID.fromString(text);
  }

  private static @Nullable LocalDate day(JsonNode node, String field) {
    String text = text(node, field);
    return text == null ? null : LocalDate.parse(text);
  }

  @Override
  public void reset() {
    sql.update("delete from placement_seen");
    sql.update("delete from contract_price_change");
  }
}
