package uk.carecontracts.contracts.spend;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** What payments need to know of contracts and of provider records, kept from their events. */
@ApplicationScoped
class SpendViewRepository {
  private static final Set<String> NEVER_SPEND = Set.of("FRAMEWORK", "DYNAMIC_MARKET");
  private static final Set<String> NOT_AGREED = Set.of("DRAFT", "PUBLISHED_TENDER", "CANCELLED");

  private final Sql sql;

  SpendViewRepository(Sql sql) {
    this.sql = sql;
  }

  /** Replaces what is held of a contract; gives the keys it had and has. */
  List<String> put(ReceivedEvent event) {
    JsonNode state = event.state();
    UUID id = event.aggregateId();
    JsonNode parties = state.path("parties");
    JsonNode lead = parties.path(0);
    sql.update(
        """
        insert into spend_contract (contract_id, version, authority, reference, title, supplier,
          provider_id, type, status, service_type, proclass, currency, total_value, annual_value,
          starts_on, ends_on, ended_on, payable)
        values (?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (contract_id) do update set version = excluded.version,
          reference = excluded.reference, title = excluded.title, supplier = excluded.supplier,
          provider_id = excluded.provider_id, type = excluded.type, status = excluded.status,
          service_type = excluded.service_type, proclass = excluded.proclass,
          currency = excluded.currency, total_value = excluded.total_value,
          annual_value = excluded.annual_value, starts_on = excluded.starts_on,
          ends_on = excluded.ends_on, ended_on = excluded.ended_on, payable = excluded.payable""",
        id,
        event.aggregateVersion(),
        event.authority(),
        state.path("reference").asText(),
        state.path("title").asText(),
        text(lead.path("name")),
        text(lead.path("providerId")),
        text(state.path("type")),
        state.path("status").asText(),
        text(state.path("serviceType")),
        text(state.at("/categories/proclass")),
        currency(state),
        amount(state.at("/values/total/amount")),
        amount(state.at("/values/annual/amount")),
        day(state.at("/dates/start")),
        day(state.at("/dates/end")),
        day(state.at("/ending/date")),
        isPayable(state));
    List<String> before =
        sql.list(
            "select key from spend_contract_key where contract_id = ?",
            row -> row.getString(1),
            id);
    List<String> now = contractKeys(parties);
    sql.update("delete from spend_contract_key where contract_id = ?", id);
    sql.batch(
        "insert into spend_contract_key (authority, key, contract_id) values (?, ?, ?)",
        now.stream().map(key -> new Object[] {event.authority(), key, id}).toList());
    return SupplierKeys.all(List.of(before, now));
  }

  private static boolean isPayable(JsonNode state) {
    return !NEVER_SPEND.contains(state.path("type").asText())
        && !NOT_AGREED.contains(state.path("status").asText());
  }

  private static @Nullable String currency(JsonNode state) {
    String total = text(state.at("/values/total/currency"));
    return total == null ? text(state.at("/values/annual/currency")) : total;
  }

  private static List<String> contractKeys(JsonNode parties) {
    List<List<String>> keys = new ArrayList<>();
    for (JsonNode party : parties) {
      if (!"SUBCONTRACTOR".equals(party.path("role").asText())) {
        keys.add(SupplierKeys.ofName(text(party.path("name"))));
        keys.add(SupplierKeys.ofName(text(party.path("tradingName"))));
        keys.add(identifierKeys(party.path("identifiers")));
        if (party.path("providerId").isTextual()) {
          keys.add(
              List.of(SupplierKeys.ofProvider(UUID.fromString(party.path("providerId").asText()))));
        }
      }
    }
    return SupplierKeys.all(keys);
  }

  private static List<String> identifierKeys(JsonNode identifiers) {
    List<List<String>> keys = new ArrayList<>();
    identifiers.forEach(
        each ->
            keys.add(
                SupplierKeys.ofIdentifier(each.path("scheme").asText(), each.path("id").asText())));
    return SupplierKeys.all(keys);
  }

  /** Replaces what is held of a provider record; gives the keys it had and has. */
  List<String> putProvider(UUID id, JsonNode state) {
    List<String> before =
        sql.list(
            "select key from spend_provider_key where provider_id = ?",
            row -> row.getString(1),
            id);
    List<List<String>> keys = new ArrayList<>();
    keys.add(SupplierKeys.ofName(text(state.path("legalName"))));
    state.path("tradingNames").forEach(name -> keys.add(SupplierKeys.ofName(name.asText())));
    keys.add(identifierKeys(state.path("identifiers")));
    List<String> now = SupplierKeys.all(keys);
    sql.update("delete from spend_provider_key where provider_id = ?", id);
    sql.batch(
        "insert into spend_provider_key (provider_id, key) values (?, ?)",
        now.stream().map(key -> new Object[] {id, key}).toList());
    return SupplierKeys.all(List.of(before, now));
  }

  /** Forgets every contract. */
  void clearContracts() {
    sql.update("delete from spend_contract");
  }

  /** Forgets every provider record. */
  void clearProviders() {
    sql.update("delete from spend_provider_key");
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }

  private static @Nullable BigDecimal amount(JsonNode node) {
    return node.isNumber() ? node.decimalValue() : null;
  }

  private static @Nullable LocalDate day(JsonNode node) {
    return node.isTextual() ? LocalDate.parse(node.asText()) : null;
  }
}
