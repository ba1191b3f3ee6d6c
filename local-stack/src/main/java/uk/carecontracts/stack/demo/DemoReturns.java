package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.carecontracts.stack.infrastructure.Role;
import uk.carecontracts.stack.infrastructure.TokenMint;

/**
 * Sends the returns of a contract's past two years, as its provider, and has all but the last
 * approved.
 */
final class DemoReturns {

  private static final int CONFLICT = 409;
  private static final int PATIENCE_TENTHS = 300;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Gateway gateway;
  private final TokenMint tokens;
  private final LocalDate today;

  DemoReturns(Gateway gateway, TokenMint tokens, LocalDate today) {
    this.gateway = gateway;
    this.tokens = tokens;
    this.today = today;
  }

  /** Sends the returns; the answer is how many were new. */
  int send(DemoContract contract) {
    String gss = contract.council().gss();
    String officer = tokens.token(Role.MONITORING, gss, null);
    Optional<JsonNode> found = plan(contract, officer);
    if (found.isEmpty()) {
      return 0;
    }
    JsonNode plan = found.get();
    String provider = plan.path("providerId").asText("");
    String sender =
        provider.isEmpty() ? officer : tokens.token(Role.PROVIDER, gss, UUID.fromString(provider));
    List<JsonNode> past = pastPeriods(plan);
    int sent = 0;
    for (int i = 0; i < past.size(); i++) {
      Gateway.Answer answer =
          gateway
              .post("/v1/returns", sender, body(contract, plan, past.get(i), i))
              .orElse(CONFLICT, "return of " + contract.reference());
      if (answer.isGood()) {
        sent++;
        if (i < past.size() - 1) {
          approve(answer, officer);
        }
      }
    }
    return sent;
  }

  /** Activation opens the plan by an event, a moment later. */
  private Optional<JsonNode> plan(DemoContract contract, String officer) {
    String token = tokens.token(Role.CONTRACTS, contract.council().gss(), null);
    String query = "/v1/contracts?limit=5&q=" + DemoLoader.encoded(contract.reference());
    Optional<String> id =
        DemoLoader.items(gateway.get(query, token).good(query)).stream()
            .filter(item -> item.path("reference").asText().equals(contract.reference()))
            .map(item -> item.path("id").asText())
            .findFirst();
    if (id.isEmpty()) {
      return Optional.empty();
    }
    String plans = "/v1/monitoring-plans?contractId=" + id.get();
    for (int tenths = 0; tenths < PATIENCE_TENTHS; tenths++) {
      List<JsonNode> items = DemoLoader.items(gateway.get(plans, officer).good(plans));
      if (!items.isEmpty()) {
        String path = "/v1/monitoring-plans/" + items.get(0).path("id").asText();
        return Optional.of(gateway.get(path, officer).good(path).body());
      }
      pause();
    }
    throw new IllegalStateException("no monitoring plan was opened for " + contract.reference());
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private List<JsonNode> pastPeriods(JsonNode plan) {
    List<JsonNode> past = new ArrayList<>();
    for (JsonNode period : plan.path("periods")) {
      if (LocalDate.parse(period.path("periodEnd").asText()).isBefore(today)) {
        past.add(period);
      }
    }
    return past;
  }

  private static Map<String, Object> body(
      DemoContract contract, JsonNode plan, JsonNode period, int number) {
    List<Map<String, Object>> observations = new ArrayList<>();
    for (JsonNode indicator : plan.path("indicators")) {
      observations.add(
          Map.of(
              "indicator", indicator.path("code").asText(),
              "value", value(indicator, contract.performance(number, observations.size()))));
    }
    return Map.of(
        "planId",
        plan.path("id").asText(),
        "periodStart",
        period.path("periodStart").asText(),
        "periodEnd",
        period.path("periodEnd").asText(),
        "observations",
        observations,
        "minutesSpent",
        25 + contract.number() % 30,
        "submit",
        true);
  }

  private static BigDecimal value(JsonNode indicator, double performance) {
    BigDecimal target = indicator.path("target").decimalValue();
    boolean higher = indicator.path("direction").asText().equals("HIGHER_IS_BETTER");
    BigDecimal factor = BigDecimal.valueOf(higher ? performance : 2 - performance);
    boolean whole = List.of("COUNT", "DAYS", "MINUTES").contains(indicator.path("unit").asText());
    BigDecimal value = target.multiply(factor).setScale(whole ? 0 : 1, RoundingMode.HALF_UP);
    return indicator.path("unit").asText().equals("PERCENT") ? value.min(HUNDRED) : value;
  }

  private void approve(Gateway.Answer submitted, String officer) {
    String path = "/v1/returns/" + submitted.body().path("id").asText();
    gateway
        .postMatching(path + "/approve", officer, submitted.etag(), Map.of())
        .orElse(CONFLICT, "approval of " + path);
  }
}
