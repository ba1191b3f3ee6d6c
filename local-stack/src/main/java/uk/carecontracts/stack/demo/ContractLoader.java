package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import uk.carecontracts.stack.demo.Progress.Outcome;
import uk.carecontracts.stack.infrastructure.Role;

/** Enters contracts and drives each through its life to where the programme has it. */
final class ContractLoader {
  private static final int CHANGED_MEANWHILE = 412;
  private static final int TRIES = 5;

  private final List<DemoContract> contracts;
  private final Map<String, UUID> providers;
  private final ApiClient api;
  private final Tokens tokens;

  ContractLoader(
      List<DemoContract> contracts, Map<String, UUID> providers, ApiClient api, Tokens tokens) {
    this.contracts = contracts;
    this.providers = providers;
    this.api = api;
    this.tokens = tokens;
  }

  /** The record of each contract, by reference. */
  Map<String, UUID> load(List<DemoAuthority> authorities, Crew crew, Progress progress) {
    Map<String, JsonNode> known = new HashMap<>();
    crew.each(authorities, this::held)
        .forEach(items -> items.forEach(item -> known.put(item.path("reference").asText(), item)));
    Map<String, UUID> records = new ConcurrentHashMap<>();
    List<Outcome> outcomes =
        crew.each(
            contracts,
            contract ->
                load(contract, Optional.ofNullable(known.get(contract.reference())), records));
    progress.done("contracts", outcomes);
    return records;
  }

  private List<JsonNode> held(DemoAuthority authority) {
    return api.list(
        "/v1/contracts?authority=" + authority.code(), tokens.officer(Role.CONTRACTS, authority));
  }

  private Outcome load(DemoContract contract, Optional<JsonNode> known, Map<String, UUID> records) {
    JsonNode state = known.orElseGet(() -> enter(contract));
    UUID id = UUID.fromString(state.path("id").asText());
    int steps = 0;
    Optional<Step> next = Step.next(contract, state.path("status").asText());
    while (next.isPresent()) {
      state = take(contract, id, next.get(), state);
      steps++;
      next = Step.next(contract, state.path("status").asText());
    }
    records.put(contract.reference(), id);
    return Progress.outcome(known.isEmpty(), steps);
  }

  private JsonNode enter(DemoContract contract) {
    ApiRequest draft =
        ApiRequest.post("/v1/contracts", token(contract), ContractBodies.draft(contract));
    return api.send(draft.named("contract:" + contract.reference())).body();
  }

  /** Takes a step; reads the contract again when another part changed it meanwhile. */
  private JsonNode take(DemoContract contract, UUID id, Step step, JsonNode state) {
    ApiRequest request =
        ApiRequest.post(
                "/v1/contracts/" + id + "/" + step.path(),
                token(contract),
                step.body(contract, providers))
            .named("contract:" + contract.reference() + ":" + step.path());
    long version = state.path("version").asLong();
    for (int attempt = 1; attempt < TRIES; attempt++) {
      ApiAnswer answer = api.send(request.onlyIf(quoted(version)), CHANGED_MEANWHILE);
      if (answer.status() != CHANGED_MEANWHILE) {
        return answer.body();
      }
      version = api.send(read(contract, id)).body().path("version").asLong();
    }
    return api.send(request.onlyIf(quoted(version))).body();
  }

  private static String quoted(long version) {
    return "\"" + version + "\"";
  }

  private ApiRequest read(DemoContract contract, UUID id) {
    return ApiRequest.get("/v1/contracts/" + id, token(contract));
  }

  private String token(DemoContract contract) {
    return tokens.officer(Role.CONTRACTS, contract.authority());
  }
}
