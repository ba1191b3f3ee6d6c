package uk.carecontracts.contracts.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.json.StoredJson;

/**
 * Publishes what contracts achieved against their agreed metrics, once an officer approved the
 * return. Only values of metrics that are published with a target go out, never what they were
 * counted from, and no count so small that it could point at a person.
 */
@ApplicationScoped
class ObservationsConsumer implements EventConsumer {
  static final String AGGREGATE = "contract-observations";

  private static final BigDecimal SMALLEST_COUNT = BigDecimal.valueOf(5);

  private final Sql sql;
  private final Journal journal;
  private final StoredJson json;

  ObservationsConsumer(Sql sql, Journal journal, StoredJson json) {
    this.sql = sql;
    this.journal = journal;
    this.json = json;
  }

  /**
   * What was observed in a period.
   *
   * @param id derived from the return's
   */
  record Observed(
      UUID id,
      String authority,
      UUID contractId,
      String periodStart,
      String periodEnd,
      List<Observation> observations,
      long version) {}

  /**
   * A value of a metric.
   *
   * @param from the first day it is about, where that is not the period's
   */
  record Observation(
      String code, String title, String unit, BigDecimal value, @Nullable String from) {}

  @Override
  public String name() {
    return "contract-observations";
  }

  @Override
  public Set<String> topics() {
    return Set.of("monitoring.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return aggregateType.equals("return");
  }

  @Override
  public void apply(ReceivedEvent event) {
    JsonNode state = event.state();
    if (!"APPROVED".equals(state.path("status").asText())) {
      return;
    }
    String plan = state.required("planId").asText();
    List<Observation> found = observations(state, metrics(plan), stretches(plan));
    UUID id = Ids.named("contract-observations/" + event.aggregateId());
    Optional<Observed> held = held(id);
    if (found.equals(held.map(Observed::observations).orElse(List.of()))) {
      return;
    }
    publish(
        new Observed(
            id,
            event.authority(),
            UUID.fromString(state.required("contractId").asText()),
            state.required("periodStart").asText(),
            state.required("periodEnd").asText(),
            found,
            held.map(Observed::version).orElse(0L) + 1));
  }

  private static List<Observation> observations(
      JsonNode state, JsonNode metrics, JsonNode stretches) {
    String start = state.required("periodStart").asText();
    JsonNode firstDays = stretches.path(state.required("periodEnd").asText());
    List<Observation> found = new ArrayList<>();
    for (JsonNode metric : metrics) {
      String code = metric.path("code").asText();
      String from = firstDays.path(code).asText(start);
      for (JsonNode each : state.path("observations")) {
        if (code.equals(each.path("indicator").asText()) && each.path("value").isNumber()) {
          BigDecimal value = each.path("value").decimalValue();
          String unit = metric.path("unit").asText();
          if (!mayPointAtAPerson(unit, value)) {
            found.add(
                new Observation(
                    code,
                    metric.path("title").asText(),
                    unit,
                    value,
                    from.equals(start) ? null : from));
          }
        }
      }
    }
    return found;
  }

  private static boolean mayPointAtAPerson(String unit, BigDecimal value) {
    return "COUNT".equals(unit) && value.signum() > 0 && value.compareTo(SMALLEST_COUNT) < 0;
  }

  /** The agreed metrics of a monitoring plan as last published; none is none. */
  private JsonNode metrics(String planId) {
    return sql.first(
            """
            select state ->> 'metrics' from journal
            where aggregate_type = 'contract-metrics' and aggregate_id = ?::uuid
            order by aggregate_version desc limit 1""",
            row -> tree(row.getString(1)),
            planId)
        .orElseGet(JsonNodeFactory.instance::arrayNode);
  }

  /** The first days that a plan's answers are about; none before the plan was read. */
  private JsonNode stretches(String planId) {
    return sql.first(
            "select state ->> 'stretches' from contract_metrics where id = ?::uuid",
            row -> tree(row.getString(1)),
            planId)
        .orElseGet(JsonNodeFactory.instance::arrayNode);
  }

  private Optional<Observed> held(UUID id) {
    return sql.first(
        "select state from contract_observation where id = ?",
        row -> json.read(row.getString(1), Observed.class),
        id);
  }

  private void publish(Observed observed) {
    sql.update(
        """
        insert into contract_observation (id, authority, contract_id, version, state)
        values (?, ?, ?, ?, ?::jsonb)
        on conflict (id) do update set version = excluded.version, state = excluded.state""",
        observed.id(),
        observed.authority(),
        observed.contractId(),
        observed.version(),
        json.write(observed));
    journal.append(
        new Entry(
            AGGREGATE,
            observed.id(),
            observed.version(),
            "contract-observations.published.v1",
            observed.authority(),
            observed,
            Map.of("reason", "The return was approved.")));
  }

  private JsonNode tree(@Nullable String text) {
    return text == null ? JsonNodeFactory.instance.arrayNode() : json.tree(text);
  }

  /** What was published stays; a replay says nothing that differs from it. */
  @Override
  public void reset() {
    // the versions are published facts, not a view
  }
}
