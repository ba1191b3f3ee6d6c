package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import uk.carecontracts.stack.demo.Progress.Outcome;
import uk.carecontracts.stack.infrastructure.Role;

/** Hands returns in as providers, and decides on them as officers. */
final class ReturnLoader {
  private static final String RETURNS = "/v1/returns";

  private final List<MonitoredPlan> plans;
  private final ApiClient api;
  private final Tokens tokens;

  ReturnLoader(List<MonitoredPlan> plans, ApiClient api, Tokens tokens) {
    this.plans = plans;
    this.api = api;
    this.tokens = tokens;
  }

  /** Hands in and decides what is not yet handed in or decided. */
  void load(List<DemoAuthority> authorities, Crew crew, Progress progress) {
    Map<String, JsonNode> held = new HashMap<>();
    crew.each(
            authorities, authority -> api.list(RETURNS, tokens.officer(Role.MONITORING, authority)))
        .forEach(returns -> returns.forEach(each -> held.put(key(each), each)));
    List<List<Outcome>> outcomes = crew.each(plans, plan -> load(plan, held));
    progress.done("quarterly returns", outcomes.stream().flatMap(List::stream).toList());
  }

  private static String key(JsonNode held) {
    return held.path("planId").asText() + held.path("periodStart").asText();
  }

  /** Period after period, as in life, so that every scorecard builds on the one before. */
  private List<Outcome> load(MonitoredPlan plan, Map<String, JsonNode> held) {
    return IntStream.range(0, plan.periods().size())
        .mapToObj(position -> new DemoReturn(plan, plan.periods().get(position), position))
        .filter(each -> each.fate() != Fate.MISSING)
        .map(
            each ->
                load(each, Optional.ofNullable(held.get("" + plan.id() + each.period().start()))))
        .toList();
  }

  private Outcome load(DemoReturn each, Optional<JsonNode> held) {
    JsonNode state = held.orElseGet(() -> handIn(each));
    UUID id = UUID.fromString(state.path("id").asText());
    long version = state.path("version").asLong();
    int steps = 0;
    for (Optional<ApiRequest> next = next(each, id, state);
        next.isPresent();
        next = next(each, id, state)) {
      ApiAnswer answer = api.send(next.get().onlyIf("\"" + version + "\""));
      state = answer.body();
      version = state.path("version").asLong();
      steps++;
    }
    return Progress.outcome(held.isEmpty(), steps);
  }

  private JsonNode handIn(DemoReturn each) {
    return api.send(ApiRequest.post(RETURNS, provider(each), each.draft()).named(each.name()))
        .body();
  }

  /** What is next for a return; its version tells how often it went back and forth. */
  private Optional<ApiRequest> next(DemoReturn each, UUID id, JsonNode state) {
    String path = RETURNS + "/" + id;
    long version = state.path("version").asLong();
    boolean first = version == 1;
    return switch (state.path("status").asText()) {
      case "SUBMITTED" ->
          switch (each.fate()) {
            case SENT_BACK -> Optional.of(sendBack(each, path));
            case CORRECTED -> Optional.of(first ? sendBack(each, path) : approve(each, path));
            case APPROVED -> Optional.of(approve(each, path));
            case MISSING, WAITING -> Optional.empty();
          };
      case "SENT_BACK" ->
          each.fate() == Fate.CORRECTED
              ? Optional.of(version == 2 ? correct(each, path) : submit(each, path))
              : Optional.empty();
      case "DRAFT" -> Optional.of(submit(each, path));
      default -> Optional.empty();
    };
  }

  private ApiRequest sendBack(DemoReturn each, String path) {
    return ApiRequest.post(path + "/send-back", officer(each), Map.of("reasons", each.reasons()))
        .named(each.name() + ":send-back");
  }

  private ApiRequest correct(DemoReturn each, String path) {
    return ApiRequest.put(path, provider(each), each.content());
  }

  private ApiRequest submit(DemoReturn each, String path) {
    return ApiRequest.post(path + "/submit", provider(each), null).named(each.name() + ":submit");
  }

  private ApiRequest approve(DemoReturn each, String path) {
    return ApiRequest.post(path + "/approve", officer(each), null).named(each.name() + ":approve");
  }

  private String provider(DemoReturn each) {
    return tokens.provider(each.plan().contract().authority(), each.plan().provider());
  }

  private String officer(DemoReturn each) {
    return tokens.officer(Role.MONITORING, each.plan().contract().authority());
  }
}
