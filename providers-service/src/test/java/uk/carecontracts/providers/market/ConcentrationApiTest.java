package uk.carecontracts.providers.market;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;
import static uk.carecontracts.testkit.Problems.violation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.testkit.TestTopics;

@QuarkusTest
class ConcentrationApiTest extends ServiceTest {

  @Test
  void homesOfOneUltimateOwnerCountTogetherAndOnlyWhileOpen() {
    String area = "W0600" + "%04d".formatted((int) (Math.random() * 9999));
    String group = unique("Group");
    UUID left = registered(Map.of("legalName", unique("Ltd"), "ultimateOwner", group));
    UUID right = registered(Map.of("legalName", unique("Ltd"), "ultimateOwner", group));
    UUID other = registered(Map.of("legalName", unique("Ltd")));
    home(area, left, 30, "2010-01-01");
    home(area, right, 30, "2010-01-01");
    home(area, other, 40, "2020-01-01");
    String path = "/v1/market/concentration?area=" + area;
    // Shares 60 % and 40 %: 60² + 40² = 5,200.
    reader()
        .get(path + "&by=BEDS")
        .then()
        .statusCode(200)
        .body("result.hhi", equalTo(5200))
        .body("result.band", equalTo("HIGHLY_CONCENTRATED"))
        .body("result.owners[0].owner", equalTo(group))
        .body("result.owners[0].counted", hasSize(2));
    // Two homes of three: (66.67)² + (33.33)² = 5,556.
    reader().get(path + "&by=HOMES").then().body("result.hhi", equalTo(5556));
    reader().get(path + "&by=HOMES&asOf=2015-01-01").then().body("result.hhi", equalTo(10000));
    reader().get(path + "&by=HOMES&careType=NURSING_HOME").then().body("result.hhi", equalTo(0));
  }

  @Test
  void valueCountsContractsThatRanAndNeverFrameworks() {
    String service = unique("").strip().toUpperCase(java.util.Locale.ROOT);
    UUID first = registered(Map.of("legalName", unique("Ltd")));
    UUID second = registered(Map.of("legalName", unique("Ltd")));
    contract(service, first, "BLOCK", 75);
    contract(service, second, "SPOT", 25);
    contract(service, second, "FRAMEWORK", 900);
    // Shares 75 % and 25 %: 5,625 + 625 = 6,250.
    await()
        .untilAsserted(
            () ->
                officer()
                    .get("/v1/market/concentration?by=VALUE&asOf=2025-06-01&serviceType=" + service)
                    .then()
                    .body("result.hhi", equalTo(6250))
                    .body("result.owners", hasSize(2)));
    reader()
        .get("/v1/market/concentration?by=VALUE&asOf=2025-06-01&serviceType=" + service)
        .then()
        .body("result.owners", hasSize(0));
  }

  @Test
  void theMeasureMustBeNamed() {
    reader().get("/v1/market/concentration").then().spec(violation(400, "INVALID_REQUEST", "by"));
    RestAssured.given()
        .get("/v1/market/concentration?by=HOMES")
        .then()
        .spec(problem(401, "UNAUTHENTICATED"));
  }

  private static void home(String area, UUID provider, int beds, String openedOn) {
    officer()
        .body(
            Map.of(
                "name", unique("House"),
                "careType", "RESIDENTIAL_HOME",
                "area", area,
                "providerId", provider,
                "beds", beds,
                "openedOn", openedOn))
        .post("/v1/locations")
        .then()
        .statusCode(201);
  }

  private static void contract(String service, UUID provider, String type, int annual) {
    UUID id = UUID.randomUUID();
    Map<String, Object> state = new HashMap<>();
    state.put("title", "Care");
    state.put("status", "ACTIVE");
    state.put("type", type);
    state.put("serviceType", service);
    state.put("values", Map.of("annual", Map.of("amount", annual, "currency", "GBP")));
    state.put("dates", Map.of("start", "2025-04-01", "end", "2026-03-31"));
    state.put(
        "parties",
        List.of(
            Map.of(
                "id", UUID.randomUUID().toString(),
                "role", "LEAD_SUPPLIER",
                "name", unique("Ltd"),
                "providerId", provider.toString())));
    TestTopics.send(
        "contracts.v1",
        id.toString(),
        Map.of(
            "id", UUID.randomUUID().toString(),
            "source", "/contracts-service",
            "type", "contract.activated.v1",
            "subject", id.toString(),
            "time", "2025-04-01T10:00:00Z",
            "aggregatetype", "contract",
            "aggregateversion", "1",
            "authority", TRAFFORD),
        Map.of("state", state, "change", Map.of()));
  }
}
