package uk.carecontracts.contracts.publication;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.json.StoredJson;

/**
 * Publishes what contracts are measured by as their monitoring plans say. Each set that differs
 * from the one before is a version of its own, so that its release stays as it was.
 */
@ApplicationScoped
class MetricsConsumer implements EventConsumer {
  static final String AGGREGATE = "contract-metrics";

  private final Sql sql;
  private final Journal journal;
  private final StoredJson json;

  MetricsConsumer(Sql sql, Journal journal, StoredJson json) {
    this.sql = sql;
    this.journal = journal;
    this.json = json;
  }

  /**
   * What a contract is measured by.
   *
   * @param id the monitoring plan
   */
  record Agreed(UUID id, String authority, UUID contractId, List<Metric> metrics, long version) {}

  /** An indicator with its target. */
  record Metric(
      String code,
      String title,
      String outcome,
      BigDecimal target,
      String unit,
      String direction) {}

  /** Why it changed. */
  record Change(String reason) {}

  @Override
  public String name() {
    return "contract-metrics";
  }

  @Override
  public Set<String> topics() {
    return Set.of("monitoring.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return aggregateType.equals("monitoring-plan");
  }

  @Override
  public void apply(ReceivedEvent event) {
    publishNews(event);
    sql.update(
        "update contract_metrics set state = jsonb_set(state, '{stretches}', ?::jsonb) where id = ?",
        json.write(stretches(event.state().path("periods"))),
        event.aggregateId());
  }

  private void publishNews(ReceivedEvent event) {
    List<Metric> metrics = metrics(event.state().path("indicators"));
    record Held(long version, String state) {}
    Held held =
        sql.first(
                "select version, state ->> 'metrics' as state from contract_metrics where id = ?",
                row -> new Held(row.getLong("version"), row.getString("state")),
                event.aggregateId())
            .orElse(new Held(0, ""));
    String said = metrics.toString();
    if ((metrics.isEmpty() && held.version() == 0) || said.equals(held.state())) {
      return;
    }
    Agreed agreed =
        new Agreed(
            event.aggregateId(),
            event.authority(),
            UUID.fromString(event.state().required("contractId").asText()),
            metrics,
            held.version() + 1);
    sql.update(
        """
        insert into contract_metrics (id, authority, contract_id, version, state)
        values (?, ?, ?, ?, jsonb_build_object('metrics', ?::text))
        on conflict (id) do update set version = excluded.version, state = excluded.state""",
        agreed.id(),
        agreed.authority(),
        agreed.contractId(),
        agreed.version(),
        said);
    journal.append(
        new Entry(
            AGGREGATE,
            agreed.id(),
            agreed.version(),
            "contract-metrics.agreed.v1",
            agreed.authority(),
            agreed,
            new Change("The monitoring plan says so.")));
  }

  /**
   * The first day that an answer is about, by last day of its return and indicator: one that is
   * asked less often than returns are due is about more than its return's own period.
   */
  private static Map<String, Map<String, String>> stretches(JsonNode periods) {
    Map<String, Map<String, String>> stretches = new HashMap<>();
    for (JsonNode period : periods) {
      for (JsonNode question : period.path("asks")) {
        for (JsonNode indicator : question.path("indicators")) {
          stretches
              .computeIfAbsent(period.path("periodEnd").asText(), end -> new HashMap<>())
              .put(indicator.asText(), question.path("from").asText());
        }
      }
    }
    return stretches;
  }

  private static List<Metric> metrics(JsonNode indicators) {
    List<Metric> metrics = new ArrayList<>();
    for (JsonNode each : indicators) {
      if (each.path("target").isNumber()) {
        metrics.add(
            new Metric(
                each.path("code").asText(),
                each.path("title").asText(),
                each.path("outcomeTitle").asText(),
                each.path("target").decimalValue(),
                each.path("unit").asText(),
                each.path("direction").asText()));
      }
    }
    return metrics;
  }

  /** What was published stays; a replay says nothing that differs from it. */
  @Override
  public void reset() {
    // the versions are published facts, not a view
  }
}
