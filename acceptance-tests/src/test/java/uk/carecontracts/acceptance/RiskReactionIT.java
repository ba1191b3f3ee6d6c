package uk.carecontracts.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.stack.infrastructure.Role;

/**
 * A rating falls: the score, the tier, the plan and the mark on the contract follow through three
 * services and two topics. The best of three falls must take less than a second, so that a busy
 * machine does not decide.
 */
class RiskReactionIT {
  private static final StackUnderTest STACK = StackUnderTest.get();
  private static final String COUNCIL = "E09000001";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  private final Api contracts = Api.as(STACK, Role.CONTRACTS, COUNCIL);
  private final Api providers = Api.as(STACK, Role.PROVIDERS, COUNCIL);
  private final Api monitoring = Api.as(STACK, Role.MONITORING, COUNCIL);

  @Test
  void aRatingThatFallsReachesScoreTierPlanAndContract() {
    String contract = activeContract();
    String id = contract.substring(contract.lastIndexOf('/') + 1);
    UUID provider = UUID.fromString(contracts.get(contract).getString("parties[0].providerId"));
    String location = location(provider);
    String plans = "/v1/monitoring-plans?contractId=" + id;
    Api.eventually(() -> monitoring.get(plans).getList("items").size() == 1);
    String plan = "/v1/monitoring-plans/" + monitoring.get(plans).getString("items[0].id");

    List<Long> took = new ArrayList<>();
    for (int turn = 0; turn < 3; turn++) {
      rate(location, "GOOD", TODAY.minusDays(40L - 10L * turn));
      Api.eventually(() -> reached(id, plan, contract, "MEDIUM", 6, false));
      float before = monitoring.get("/v1/risk/contracts/" + id).getFloat("score");
      rate(location, "INADEQUATE", TODAY.minusDays(35L - 10L * turn));
      Instant fell = Instant.now();
      Api.eventually(() -> reached(id, plan, contract, "HIGH", 3, true));
      took.add(Duration.between(fell, Instant.now()).toMillis());
      JsonPath risk = monitoring.get("/v1/risk/contracts/" + id);
      assertTrue(risk.getFloat("score") > before, "the score rises");
    }
    System.out.println("rating fall to score, tier, plan and contract: " + took + " ms");
    assertEquals("HIGH", contracts.get(contract).getString("risk.tier"));
  }

  private boolean reached(
      String id, String plan, String contract, String tier, int months, boolean flagged) {
    return monitoring.call().get("/v1/risk/contracts/" + id).statusCode() == 200
        && tier.equals(monitoring.get("/v1/risk/contracts/" + id).getString("tier"))
        && monitoring.get(plan).getInt("frequencyMonths") == months
        && contracts.get(contract).get("risk.tier") != null
        && tier.equals(contracts.get(contract).getString("risk.tier"))
        && contracts.get(contract).getBoolean("risk.flagged") == flagged;
  }

  private String activeContract() {
    Map<String, Object> terms =
        Map.of(
            "reference",
            "REACT-" + UUID.randomUUID(),
            "title",
            "Care at home, south",
            "description",
            "Support in people's own homes",
            "type",
            "BLOCK",
            "procedure",
            "OPEN",
            "serviceType",
            "HOME_CARE",
            "values",
            Map.of("total", Map.of("amount", 349000, "currency", "GBP")),
            "dates",
            Map.of(
                "start", TODAY.minusMonths(6).toString(),
                "end", TODAY.plusYears(3).toString()));
    String contract =
        "/v1/contracts/" + contracts.post(201, "/v1/contracts", terms).getString("id");
    contracts.postMatching(contract, "publish-tender", Map.of());
    contracts.postMatching(
        contract,
        "award",
        Map.of(
            "suppliers", List.of(Map.of("name", "Quayside Homecare Partnership Limited")),
            "awardDate", TODAY.minusMonths(7).toString()));
    Api.eventually(() -> contracts.get(contract).get("parties[0].providerId") != null);
    contracts.postMatching(contract, "activate", Map.of());
    return contract;
  }

  private String location(UUID provider) {
    return providers
        .post(
            201,
            "/v1/locations",
            Map.of(
                "providerId", provider.toString(),
                "name", "Quayside branch",
                "careType", "HOMECARE",
                "area", COUNCIL,
                "postcode", "EC1A 1BB"))
        .getString("id");
  }

  private void rate(String location, String overall, LocalDate reportDate) {
    providers.post(
        201,
        "/v1/locations/" + location + "/ratings",
        Map.of("regulator", "CQC", "overall", overall, "reportDate", reportDate.toString()));
  }
}
