package uk.carecontracts.providers.market;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;
import static uk.carecontracts.testkit.Problems.violation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class FailureImpactTest extends MarketTest {

  @Test
  void anEndLeavesPeopleHoursBedsAndContractsUncovered() {
    String area = area();
    String service = unique("").strip().toUpperCase(Locale.ROOT);
    UUID owner = registered(Map.of("legalName", unique("Group Ltd")));
    UUID failing = registered(Map.of("legalName", unique("Ltd")));
    UUID other = registered(Map.of("legalName", unique("Ltd")));
    owner(failing, owner, "2020-01-01").then().statusCode(201);
    UUID home = home(area, failing, 30, "20.40", "-2.30");
    UUID near = home(area, other, 20, "20.45", "-2.30");
    UUID far = home(area, other, 50, "20.60", "-2.30");
    UUID sister = home(area, owner, 12, "20.41", "-2.30");
    UUID contract = contract(TRAFFORD, service, failing, 300, area);
    contract(BURY, service, failing, 100, area);
    contract(TRAFFORD, service, other, 600, area);
    List<UUID> own = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      own.add(placement(area, TRAFFORD, contract, failing, home, "P" + i, 700 + i, 10, null));
    }
    own.add(placement(area, TRAFFORD, contract, failing, null, "P1", 100, 3.5, null));
    placement(area, BURY, null, null, home, "P1", 900, 20, null);
    placement(area, TRAFFORD, contract, failing, home, "gone", 900, 99, "2024-12-31");
    placement(area, TRAFFORD, null, other, near, "Q1", 650, 0, null);
    String path = "/v1/market/failure-impact?asOf=2025-06-01&providerId=" + failing;
    await()
        .untilAsserted(
            () ->
                officer()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("placements", equalTo(6))
                    .body("contracts", hasSize(2))
                    .body(
                        "locations[0].alternatives.find { it.locationId == '" + near + "' }.taken",
                        equalTo(1)));
    JsonPath impact = officer().get(path).jsonPath();
    // Trafford: persons P0 to P3 in the home, P1 also at home; Bury: another P1. Hours 4 x 10 + 3.5
    // + 20.
    assertEquals(5, impact.getInt("people"));
    assertEquals(63.5f, impact.getFloat("hoursPerWeek"));
    assertEquals(30, impact.getInt("beds"));
    assertEquals(400, impact.getInt("annualValue"));
    assertEquals(List.of(TRAFFORD, BURY), impact.getList("authorities.authority"));
    assertEquals(List.of(4, 1), impact.getList("authorities.people"));
    assertEquals(
        own.stream().map(UUID::toString).sorted().toList(),
        impact.<String>getList("counted").stream().sorted().toList());
    assertEquals(List.of(home.toString()), impact.getList("locations.locationId"));
    // Far from the homes of other tests. 0.05 degrees of latitude are 5.6 km, 0.01 are 1.1, and 0.2
    // are 22.2: further than the radius.
    assertEquals(ids(sister, near), impact.getList("locations[0].alternatives.locationId"));
    assertEquals(List.of(1.1f, 5.6f), impact.getList("locations[0].alternatives.distanceKm"));
    assertEquals(List.of(12, 19), impact.getList("locations[0].alternatives.room"));
    assertEquals(31, impact.getInt("locations[0].roomNearby"));
    assertEquals(0, impact.getInt("care.find { it.careType == 'NURSING_HOME' }.shortfall"));
    // With the whole group the sister home stops too and is no alternative.
    JsonPath group = officer().get(path + "&wholeGroup=true&radiusKm=30").jsonPath();
    assertEquals(2, group.getList("locations").size());
    assertEquals(42, group.getInt("beds"));
    Set<String> alternatives = new HashSet<>(group.getList("locations[0].alternatives.locationId"));
    assertEquals(Set.of(near.toString(), far.toString()), alternatives);
    officer().accept("text/csv").get(path).then().body(containsString("5.6"));
    // Bury's officer sees numbers of Trafford's people, and only the own placement.
    as(Tokens.providers(BURY))
        .get(path)
        .then()
        .body("counted", hasSize(1))
        .body("people", equalTo(5));
    officer()
        .get("/v1/market/failure-impact")
        .then()
        .spec(violation(400, "INVALID_REQUEST", "providerId"));
    officer().get(path + "&radiusKm=0").then().spec(violation(400, "INVALID_REQUEST", "radiusKm"));
    officer()
        .get("/v1/market/failure-impact?providerId=" + UUID.randomUUID())
        .then()
        .spec(problem(404, "NOT_FOUND"));
    dependencyAndHours(area, service, failing);
    prices(area);
  }

  @Test
  void aSuspensionTakesAwayTheRoomOnlyOfTheServicesItCovers() {
    String area = area();
    UUID failing = registered(Map.of("legalName", unique("Ltd")));
    UUID elsewhere = registered(Map.of("legalName", unique("Ltd")));
    UUID nursing = registered(Map.of("legalName", unique("Ltd")));
    UUID duplicate = registered(Map.of("legalName", unique("Ltd")));
    UUID survivor = registered(Map.of("legalName", unique("Ltd")));
    UUID home = home(area, failing, 30, "22.40", "-4.30");
    UUID free = home(area, elsewhere, 8, "22.41", "-4.30");
    UUID taken = home(area, nursing, 9, "22.42", "-4.30");
    UUID merged = home(area, survivor, 11, "22.43", "-4.30");
    placement(area, TRAFFORD, null, failing, home, "S1", 700, 10, null);
    suspend(elsewhere, "HOME_CARE");
    suspend(nursing, "NURSING");
    suspend(duplicate, null);
    merged(duplicate, survivor);
    String path = "/v1/market/failure-impact?providerId=" + failing;
    await().untilAsserted(() -> officer().get(path).then().body("locations[0].people", equalTo(1)));
    JsonPath impact = officer().get(path).jsonPath();
    String hit = "locations[0].";
    assertEquals(List.of("NURSING"), impact.getList(hit + "services"));
    assertEquals(ids(free, taken, merged), impact.getList(hit + "alternatives.locationId"));
    assertEquals(List.of(false, true, true), impact.getList(hit + "alternatives.suspended"));
    assertEquals(8, impact.getInt(hit + "roomNearby"));
    String first = hit + "alternatives[0].suspensions[0].";
    assertEquals("HOME_CARE", impact.getString(first + "serviceType"));
    assertEquals(false, impact.getBoolean(first + "covers"));
    officer().accept("text/csv").get(path).then().body(containsString("false,HOME_CARE,"));
    as(Tokens.providers(BURY)).get(path).then().body(hit + "roomNearby", equalTo(28));
  }

  private static void suspend(UUID provider, @org.jspecify.annotations.Nullable String service) {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    Map<String, Object> form = new HashMap<>();
    form.put("serviceType", service);
    form.put("reason", "Enquiry");
    form.put("startsOn", today.toString());
    form.put("endsOn", today.plusDays(30).toString());
    form.put("replyBy", today.plusDays(10).toString());
    officer().body(form).post("/v1/providers/" + provider + "/suspensions").then().statusCode(201);
  }

  private static void dependencyAndHours(String area, String service, UUID failing) {
    JsonPath dependency =
        officer().get("/v1/market/dependency?asOf=2025-06-01&providerId=" + failing).jsonPath();
    assertEquals(300, dependency.getInt("paid"));
    assertEquals(400, dependency.getInt("providerIncome"));
    assertEquals(75.0f, dependency.getFloat("shareOfProvider"));
    assertTrue(dependency.getFloat("authoritySpend") >= 900);
    assertEquals(List.of(75.0f, 25.0f), dependency.getList("authorities.sharePercent"));
    // Hours of Trafford: 43.5 with the failing one (its owner at the top), none measured elsewhere.
    officer()
        .get("/v1/market/concentration?by=HOURS&asOf=2025-06-01&area=" + area)
        .then()
        .body("result.hhi", equalTo(10000))
        .body("result.total", equalTo(43.5f));
    officer()
        .get("/v1/market/concentration?by=VALUE&asOf=2025-06-01&serviceType=" + service)
        .then()
        .body(
            "result.hhi",
            equalTo((int) Math.round(Math.pow(100 / 3.0, 2) + Math.pow(200 / 3.0, 2))));
  }

  private static void prices(String area) {
    JsonPath prices =
        officer()
            .get("/v1/market/prices?asOf=2025-06-01&careType=NURSING_HOME&area=" + area)
            .jsonPath();
    // 100, 650, 700, 701, 702 and 703: the median lies between the third and the fourth.
    assertEquals(6, prices.getInt("placements[0].placements"));
    assertEquals(700.5f, prices.getFloat("placements[0].median"));
    assertEquals(100.0f, prices.getFloat("placements[0].lowest"));
    // A year before, the one that ended still ran at 900: of seven the fourth is 701.
    assertEquals(701.0f, prices.getFloat("placements[0].yearBefore"));
    assertEquals(-0.07f, prices.getFloat("placements[0].movementPercent"));
  }
}
