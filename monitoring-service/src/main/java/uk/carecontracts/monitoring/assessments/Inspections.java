package uk.carecontracts.monitoring.assessments;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.inbox.ReceivedEvent;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.monitoring.plans.Assurance;
import uk.carecontracts.monitoring.plans.AssuranceAdvice;
import uk.carecontracts.monitoring.providers.RegulatorRating;
import uk.carecontracts.monitoring.rules.DatedRules;
import uk.carecontracts.monitoring.rules.MonitoringRule;

/** What the regulator found at each location, and for which domains that can be relied on. */
@ApplicationScoped
class Inspections implements AssuranceAdvice {
  private static final TypeReference<Map<String, String>> RATINGS = new TypeReference<>() {};
  private static final Set<String> GONE = Set.of("CLOSED", "DEREGISTERED", "INACTIVE", "REMOVED");

  private final Sql sql;
  private final StoredJson json;
  private final DatedRules rules;
  private final Clock clock;

  Inspections(Sql sql, StoredJson json, DatedRules rules, Clock clock) {
    this.sql = sql;
    this.json = json;
    this.rules = rules;
    this.clock = clock;
  }

  /** Domains by code. */
  List<Domain> domains() {
    return sql.list(
        "select * from standard_domain order by code",
        row ->
            new Domain(
                row.getString("code"), row.getString("title"), Sql.texts(row, "key_questions")));
  }

  @Override
  public List<Assurance> of(UUID contract) {
    LocalDate today = LocalDate.now(clock);
    int months = rules.on(MonitoringRule.RELIANCE_MONTHS, today);
    List<Inspection> inspections =
        sql.list(
            "select i.* from inspection_view i where i.provider_id in (select r.id from contract_party p,"
                + " provider_records(p.provider_id) r(id) where p.contract_id = ?) and i.open"
                + " order by i.name, i.location_id",
            this::read,
            contract);
    return domains().stream().map(domain -> domain.assurance(inspections, today, months)).toList();
  }

  private Inspection read(ResultSet row) throws SQLException {
    Map<String, RegulatorRating> ratings = new HashMap<>();
    json.read(row.getString("key_questions"), RATINGS)
        .forEach(
            (question, rating) ->
                RegulatorRating.read(rating).ifPresent(read -> ratings.put(question, read)));
    return new Inspection(row.getString("name"), Sql.day(row, "report_date"), Map.copyOf(ratings));
  }

  /** Who runs a location as far as known. */
  Optional<UUID> provider(UUID location) {
    return sql
        .list(
            "select provider_id from inspection_view where location_id = ?"
                + " and provider_id is not null",
            row -> row.getObject(1, UUID.class),
            location)
        .stream()
        .findFirst();
  }

  /** Takes in a location as told. */
  void put(ReceivedEvent event, @Nullable UUID provider) {
    JsonNode state = event.state();
    JsonNode current = state.path("currentRating");
    String date = current.path("reportDate").asText("");
    Map<String, String> ratings = new HashMap<>();
    current
        .path("keyQuestions")
        .properties()
        .forEach(question -> ratings.put(question.getKey(), question.getValue().asText()));
    sql.update(
        """
        insert into inspection_view (location_id, provider_id, name, open, report_date,
          key_questions, version)
        values (?, ?, ?, ?, ?, ?::jsonb, ?)
        on conflict (location_id) do update set provider_id = excluded.provider_id,
          name = excluded.name, open = excluded.open, report_date = excluded.report_date,
          key_questions = excluded.key_questions, version = excluded.version\
        """,
        event.aggregateId(),
        provider,
        state.path("name").asText(event.aggregateId().toString()),
        !GONE.contains(state.path("status").asText("OPEN")),
        date.isEmpty() ? null : LocalDate.parse(date),
        json.write(ratings),
        event.aggregateVersion());
  }

  void clear() {
    sql.update("delete from inspection_view");
  }
}
