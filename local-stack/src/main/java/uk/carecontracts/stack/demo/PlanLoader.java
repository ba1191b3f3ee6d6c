package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.carecontracts.stack.demo.Progress.Outcome;
import uk.carecontracts.stack.infrastructure.Role;

/** Waits for the plans that open with contracts, and agrees the baselines of their indicators. */
final class PlanLoader {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN = Duration.ofMillis(300);
  private static final int CHANGED_MEANWHILE = 412;

  private final List<DemoContract> contracts;
  private final Map<String, UUID> records;
  private final ApiClient api;
  private final Tokens tokens;
  private final LocalDate today;

  PlanLoader(
      List<DemoContract> contracts,
      Map<String, UUID> records,
      ApiClient api,
      Tokens tokens,
      LocalDate today) {
    this.contracts = contracts.stream().filter(DemoContract::monitored).toList();
    this.records = records;
    this.api = api;
    this.tokens = tokens;
    this.today = today;
  }

  /** The plans of monitored contracts, with baselines. */
  List<MonitoredPlan> load(List<DemoAuthority> authorities, Crew crew, Progress progress) {
    Map<UUID, JsonNode> open = awaited(authorities, crew);
    List<MonitoredPlan> plans =
        crew.each(
            contracts, contract -> read(contract, open.get(records.get(contract.reference()))));
    progress.done("baselines of plans", crew.each(plans, this::agreeBaselines));
    return plans;
  }

  /** Plans open by event a moment after their contracts. */
  private Map<UUID, JsonNode> awaited(List<DemoAuthority> authorities, Crew crew) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Map<UUID, JsonNode> open = open(authorities, crew);
      List<String> missing =
          contracts.stream()
              .map(DemoContract::reference)
              .filter(reference -> !open.containsKey(records.get(reference)))
              .toList();
      if (missing.isEmpty()) {
        return open;
      }
      if (System.nanoTime() > deadline) {
        throw new DemoFailure(
            "Monitoring has not opened the plans of %d contracts within %d s, such as %s. Does"
                    .formatted(missing.size(), PATIENCE.toSeconds(), missing.get(0))
                + " monitoring-service follow the topic contracts.v1? ./stack logs monitoring");
      }
      pause();
    }
  }

  private Map<UUID, JsonNode> open(List<DemoAuthority> authorities, Crew crew) {
    Map<UUID, JsonNode> open = new HashMap<>();
    crew.each(
            authorities,
            authority ->
                api.list("/v1/monitoring-plans", tokens.officer(Role.MONITORING, authority)))
        .forEach(
            plans ->
                plans.stream()
                    .filter(plan -> plan.hasNonNull("providerId"))
                    .forEach(
                        plan -> open.put(UUID.fromString(plan.path("contractId").asText()), plan)));
    return open;
  }

  private MonitoredPlan read(DemoContract contract, JsonNode summary) {
    String path = "/v1/monitoring-plans/" + summary.path("id").asText();
    JsonNode plan = api.send(ApiRequest.get(path, token(contract))).body();
    return MonitoredPlan.read(contract, plan, today);
  }

  private Outcome agreeBaselines(MonitoredPlan plan) {
    if (plan.baselines()) {
      return Outcome.UNCHANGED;
    }
    Map<String, Object> body =
        Map.of("indicators", plan.indicators().stream().map(PlanLoader::selected).toList());
    ApiRequest choice =
        ApiRequest.put(
            "/v1/monitoring-plans/" + plan.id() + "/indicators", token(plan.contract()), body);
    long version = plan.version();
    while (api.send(choice.onlyIf("\"" + version + "\""), CHANGED_MEANWHILE).status()
        == CHANGED_MEANWHILE) {
      version = readAgain(plan);
    }
    return Outcome.CREATED;
  }

  private long readAgain(MonitoredPlan plan) {
    String path = "/v1/monitoring-plans/" + plan.id();
    return api.send(ApiRequest.get(path, token(plan.contract()))).body().path("version").asLong();
  }

  private static Map<String, Object> selected(AskedIndicator indicator) {
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put("code", indicator.code());
    choice.put("baseline", ReturnGenerator.baseline(indicator));
    choice.put("target", indicator.target());
    choice.put("tolerance", indicator.tolerance());
    choice.put("weight", indicator.weight());
    return choice;
  }

  private String token(DemoContract contract) {
    return tokens.officer(Role.MONITORING, contract.authority());
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("Interrupted; ./stack demo goes on where it stopped.");
    }
  }
}
