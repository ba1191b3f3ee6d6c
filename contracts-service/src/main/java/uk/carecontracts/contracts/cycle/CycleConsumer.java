package uk.carecontracts.contracts.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;
import uk.carecontracts.kit.time.Clocks;

/** Keeps what monitoring says of contracts: activity, approved returns, reviews. */
@ApplicationScoped
class CycleConsumer implements EventConsumer {
  private static final int MONTH = 7;
  private static final String UPSERT =
      """
      insert into cycle_fact (id, authority, contract_id, kind, month, content, occurred_at)
      values (?, ?, ?, ?, ?, ?::jsonb, ?)
      on conflict (id) do update set month = excluded.month, content = excluded.content,
        occurred_at = excluded.occurred_at""";

  private final Sql sql;

  CycleConsumer(Sql sql) {
    this.sql = sql;
  }

  @Override
  public String name() {
    return "cycle-facts";
  }

  @Override
  public Set<String> topics() {
    return Set.of("monitoring.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return switch (aggregateType) {
      case "contract-activity", "contract-review", "return" -> true;
      default -> false;
    };
  }

  @Override
  public void apply(ReceivedEvent event) {
    JsonNode state = event.state();
    if (!state.path("contractId").isTextual()) {
      return;
    }
    kind(event)
        .ifPresentOrElse(
            kind ->
                sql.update(
                    UPSERT,
                    event.aggregateId(),
                    event.authority(),
                    UUID.fromString(state.path("contractId").asText()),
                    kind,
                    month(event),
                    state.toString(),
                    event.time()),
            () -> forget(event));
  }

  private static Optional<String> kind(ReceivedEvent event) {
    return switch (event.aggregateType()) {
      case "contract-activity" -> Optional.of("ACTIVITY");
      case "contract-review" ->
          event.state().path("heldOn").isTextual() ? Optional.of("REVIEW") : Optional.empty();
      case "return" ->
          "APPROVED".equals(event.state().path("status").asText())
              ? Optional.of("RETURN")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** A return that is corrected after its approval does not count until it is approved again. */
  private void forget(ReceivedEvent event) {
    if ("return".equals(event.aggregateType())) {
      sql.update("delete from cycle_fact where id = ?", event.aggregateId());
    }
  }

  private static String month(ReceivedEvent event) {
    JsonNode state = event.state();
    String stated =
        state.path("month").asText(state.path("periodEnd").asText(state.path("heldOn").asText()));
    return stated.length() >= MONTH
        ? stated.substring(0, MONTH)
        : event.time().atZone(Clocks.LONDON).toLocalDate().toString().substring(0, MONTH);
  }

  @Override
  public void reset() {
    sql.update("delete from cycle_fact");
  }
}
