package uk.carecontracts.monitoring.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** Follows placements, to know how many people a contract supports. */
@ApplicationScoped
class PlacementsConsumer implements EventConsumer {
  private final Sql sql;
  private final Event<PeopleChanged> changed;

  PlacementsConsumer(Sql sql, Event<PeopleChanged> changed) {
    this.sql = sql;
    this.changed = changed;
  }

  @Override
  public String name() {
    return "monitoring-placements";
  }

  @Override
  public Set<String> topics() {
    return Set.of("contracts.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return aggregateType.equals("placement");
  }

  @Override
  public void apply(ReceivedEvent event) {
    JsonNode state = event.state();
    UUID contract = id(state.path("contractId"));
    @Nullable UUID before =
        sql.first(
                "select contract_id from placement_view where placement_id = ?",
                row -> new Held(Sql.uuid(row, "contract_id")),
                event.aggregateId())
            .map(Held::contract)
            .orElse(null);
    put(event, state, contract);
    List<UUID> affected =
        Stream.of(before, contract).filter(Objects::nonNull).distinct().sorted().toList();
    if (!affected.isEmpty()) {
      changed.fire(new PeopleChanged(affected));
    }
  }

  private record Held(@Nullable UUID contract) {}

  private void put(ReceivedEvent event, JsonNode state, @Nullable UUID contract) {
    sql.update(
        """
        insert into placement_view (placement_id, authority, contract_id, provider_id,
          person_reference, starts_on, ends_on, status, version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (placement_id) do update set contract_id = excluded.contract_id,
          provider_id = excluded.provider_id, person_reference = excluded.person_reference,
          starts_on = excluded.starts_on, ends_on = excluded.ends_on, status = excluded.status,
          version = excluded.version\
        """,
        event.aggregateId(),
        event.authority(),
        contract,
        id(state.path("provider").path("providerId")),
        text(state.path("personReference")),
        day(state.path("startDate")),
        day(state.path("endDate")),
        state.path("status").asText("ACTIVE"),
        event.aggregateVersion());
  }

  private static @Nullable UUID id(JsonNode node) {
    String text = text(node);
    return text == null ? null : UUID.fromString(text);
  }

  private static @Nullable LocalDate day(JsonNode node) {
    String text = text(node);
    return text == null ? null : LocalDate.parse(text);
  }

  private static @Nullable String text(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asText() : null;
  }

  @Override
  public void reset() {
    sql.update("delete from placement_view");
  }
}
