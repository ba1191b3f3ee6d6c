package uk.carecontracts.providers.costs;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.violation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.ForeignEvents;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class MergedCostsTest extends ServiceTest {
  private static final String MODELS = "/v1/cost-models";

  private static String accepted(UUID provider, String service, String pricesAsOf, double cost) {
    Map<String, Object> form = new HashMap<>();
    form.put("providerId", provider.toString());
    form.put("serviceType", service);
    form.put("lineSet", "HOMECARE_18_PLUS");
    form.put("basis", "PER_UNIT");
    form.put("livingWagePercent", 80);
    form.put("pricesAsOf", pricesAsOf);
    form.put("lines", List.of(Map.of("code", "DIRECT_CARE", "amount", cost)));
    form.put("source", "Open-book exercise");
    String id = officer().body(form).post(MODELS).path("id");
    as(Tokens.ofClient("colleague", "providers:write", TRAFFORD))
        .header("If-Match", "\"1\"")
        .post(MODELS + "/" + id + "/accept")
        .then()
        .statusCode(200);
    return id;
  }

  private static ValidatableResponse pressure(String service, Map<String, Object> movement) {
    return officer()
        .body(Map.of("serviceType", service, "movements", List.of(movement)))
        .post(MODELS + "/pressure-analyses")
        .then();
  }

  private static String service() {
    return unique("").strip().toUpperCase(Locale.ROOT);
  }

  @Test
  void ofTheModelsOfMergedRecordsThatWithTheLatestPricesCounts() {
    String service = service();
    UUID survivor = registered(Map.of("legalName", unique("Care Ltd")));
    UUID duplicate = registered(Map.of("legalName", unique("Care Ltd")));
    accepted(survivor, service, "2025-04-01", 20);
    String latest = accepted(duplicate, service, "2026-04-01", 22);
    Map<String, Object> wages = Map.of("index", "NLW", "percent", 10);
    pressure(service, wages).body("providers", hasSize(2));
    officer()
        .header("If-Match", "\"1\"")
        .body(Map.of("into", survivor.toString(), "reason", "One company"))
        .post("/v1/providers/" + duplicate + "/merge")
        .then()
        .statusCode(200);
    pressure(service, wages)
        .body("providers", hasSize(1))
        .body("providers[0].providerId", equalTo(survivor.toString()))
        .body("providers[0].costModelIds", equalTo(List.of(latest)))
        .body("providers[0].unitCostBefore.amount", equalTo(22.00f));
    officer()
        .get(MODELS + "/summary?lineSet=HOMECARE_18_PLUS&serviceType=" + service)
        .then()
        .body("counted", equalTo(List.of(latest)));
    officer()
        .header("If-Match", "*")
        .body(Map.of("reason", "Two companies after all"))
        .post("/v1/providers/" + duplicate + "/merge/undo")
        .then()
        .statusCode(200);
    pressure(service, wages).body("providers", hasSize(2));
  }

  @Test
  void movementsPublishedOverTwelveMonthsAreMultipliedOverWholeYears() {
    String service = service();
    String index = "PAY_" + service;
    Map<String, Object> series = new HashMap<>();
    series.put("code", index);
    series.put("name", "Test pay");
    series.put("source", "Statistical bulletin");
    series.put(
        "points",
        List.of(
            Map.of("date", "2024-04-01", "movementPercent", 9.0),
            Map.of("date", "2025-03-15", "movementPercent", 3.0),
            Map.of("date", "2026-03-15", "movementPercent", 2.0)));
    ForeignEvents.send(
        "index-series", "index-series.published.v1", UUID.randomUUID(), 1, TRAFFORD, series);
    // 1.03 × 1.02 − 1 = 5.06 %.
    await()
        .untilAsserted(
            () ->
                pressure(service, Map.of("index", index, "from", "2024-04-01", "to", "2026-04-01"))
                    .statusCode(200)
                    .body("movements[0].percent", equalTo(5.06f))
                    .body(
                        "movements[0].source",
                        equalTo(
                            "Published over twelve months: 3 % to 2025-03-15, 2 % to 2026-03-15"
                                + " (Statistical bulletin)")));
    pressure(service, Map.of("index", index, "from", "2024-04-01", "to", "2026-03-01"))
        .spec(violation(422, "MOVEMENT_UNKNOWN", "/movements/0"));
    pressure(service, Map.of("index", index, "from", "2021-04-01", "to", "2026-04-01"))
        .spec(violation(422, "MOVEMENT_UNKNOWN", "/movements/0"));
  }
}
