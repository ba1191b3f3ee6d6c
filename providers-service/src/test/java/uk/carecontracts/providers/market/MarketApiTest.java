package uk.carecontracts.providers.market;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;
import static uk.carecontracts.testkit.Problems.violation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.testkit.CloudEventRecord;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class MarketApiTest extends ServiceTest {

  @Test
  void concentrationFollowsTheOwnersOfTheDay() {
    String area = area();
    Random random = new Random();
    List<UUID> firms = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      firms.add(registered(Map.of("legalName", unique("Ltd"))));
    }
    // From 2020 on 0 owns 1 and 1 owns 2; from 2022 on 3 owns 0 as well.
    owner(firms.get(1), firms.get(0), "2020-01-01").then().statusCode(201);
    owner(firms.get(2), firms.get(1), "2020-01-01").then().statusCode(201);
    owner(firms.get(0), firms.get(3), "2022-01-01").then().statusCode(201);
    int[] beds = new int[6];
    for (int i = 0; i < 6; i++) {
      for (int home = 0; home < 1 + random.nextInt(3); home++) {
        int size = 5 + random.nextInt(60);
        beds[i] += size;
        home(area, firms.get(i), size, "53.4", "-2.3");
      }
    }
    // The same figure, worked out here from what was sent.
    Map<String, int[][]> groups =
        new TreeMap<>(
            Map.of(
                "2019-06-01", new int[][] {{0}, {1}, {2}, {3}, {4}, {5}},
                "2021-06-01", new int[][] {{0, 1, 2}, {3}, {4}, {5}},
                "2023-06-01", new int[][] {{0, 1, 2, 3}, {4}, {5}}));
    double total = 0;
    for (int size : beds) {
      total += size;
    }
    for (Map.Entry<String, int[][]> day : groups.entrySet()) {
      double index = 0;
      for (int[] group : day.getValue()) {
        double sum = 0;
        for (int member : group) {
          sum += beds[member];
        }
        index += Math.pow(100 * sum / total, 2);
      }
      JsonPath answer =
          reader()
              .get("/v1/market/concentration?by=BEDS&area=" + area + "&asOf=" + day.getKey())
              .jsonPath();
      assertEquals(Math.round(index), answer.getLong("result.hhi"), answer::prettify);
      assertEquals(day.getValue().length, answer.getList("result.owners").size());
      assertEquals(
          index > 2000 ? "HIGHLY_CONCENTRATED" : index > 1000 ? "CONCENTRATED" : "UNCONCENTRATED",
          answer.getString("result.band"));
      reader()
          .get("/v1/market/concentration/markets?by=BEDS&area=" + area + "&asOf=" + day.getKey())
          .then()
          .body("items", hasSize(1))
          .body("items[0].hhi", equalTo((int) Math.round(index)))
          .body("items[0].category", equalTo("NURSING_HOME"));
    }
    reader()
        .accept("text/csv")
        .get("/v1/market/concentration/markets?by=HOMES&area=" + area)
        .then()
        .statusCode(200)
        .body(containsString(area + ",NURSING_HOME,"));
    reader()
        .get("/v1/providers/" + firms.get(2) + "/group?asOf=2023-01-01")
        .then()
        .body("chain.providerId", equalTo(ids(firms.get(1), firms.get(0), firms.get(3))))
        .body("ultimateOwner.providerId", equalTo(firms.get(3).toString()))
        .body("members", hasSize(4));
  }

  @Test
  void aCycleOfOwnersIsRefusedAlsoWhenTwoTryAtOnce() throws Exception {
    UUID a = registered(Map.of("legalName", unique("Ltd")));
    UUID b = registered(Map.of("legalName", unique("Ltd")));
    UUID c = registered(Map.of("legalName", unique("Ltd")));
    Response first = owner(a, b, "2020-01-01");
    first.then().statusCode(201).header("ETag", "\"1\"");
    owner(b, a, "2021-01-01").then().spec(violation(422, "OWNERSHIP_CYCLE", "/parentId"));
    owner(a, c, "2021-01-01").then().spec(violation(422, "OWNER_OVERLAPS", "/validFrom"));
    owner(a, UUID.randomUUID(), "2021-01-01")
        .then()
        .spec(violation(422, "UNKNOWN_PROVIDER", "/parentId"));
    String path = "/v1/providers/" + a + "/ownerships";
    officer()
        .body(Map.of("kind", "BRAND", "validFrom", "2020-01-01", "evidence", "Directory"))
        .post(path)
        .then()
        .spec(violation(422, "OWNER_OR_BRAND", "/brand"));
    officer()
        .body(
            Map.of("kind", "BRAND", "brand", "Sunny", "validFrom", "2020-01-01", "evidence", "CQC"))
        .post(path)
        .then()
        .statusCode(201);
    reader().get("/v1/providers/" + a + "/group").then().body("brand", equalTo("Sunny"));
    String step = path + "/" + first.path("id");
    Map<String, String> end = Map.of("endedOn", "2022-01-01", "reason", "Sold");
    officer().body(end).post(step + "/end").then().spec(problem(428, "PRECONDITION_REQUIRED"));
    officer()
        .header("If-Match", "\"1\"")
        .body(end)
        .post(step + "/end")
        .then()
        .statusCode(200)
        .body("validTo", equalTo("2022-01-01"));
    officer()
        .header("If-Match", "\"2\"")
        .body(end)
        .post(step + "/end")
        .then()
        .spec(problem(422, "OWNERSHIP_ENDED"));
    reader().get(path).then().body("items", hasSize(2)).body("next", nullValue());
    reader().body(end).post(step + "/end").then().spec(problem(403, "FORBIDDEN"));
    await()
        .until(
            () ->
                TestTopics.readAll("providers.v1", first.path("id")).stream()
                    .map(CloudEventRecord::type)
                    .toList()
                    .equals(List.of("ownership.recorded.v1", "ownership.ended.v1")));
    ExecutorService both = Executors.newFixedThreadPool(2);
    List<Callable<Integer>> calls =
        List.of(
            () -> owner(b, c, "2023-01-01").statusCode(),
            () -> owner(c, b, "2023-01-01").statusCode());
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> answer : both.invokeAll(calls)) {
      answers.add(answer.get());
    }
    both.shutdown();
    assertEquals(List.of(201, 422), answers.stream().sorted().toList());
  }

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

  @Test
  void ratingsAreCountedOnTheDayAndTheirMovesBetweenTwo() {
    String area = area();
    UUID firm = registered(Map.of("legalName", unique("Ltd")));
    UUID falls = home(area, firm, 10, "53.4", "-2.3");
    UUID rises = home(area, firm, 10, "53.4", "-2.3");
    UUID unrated = home(area, firm, 10, "53.4", "-2.3");
    rate(falls, "GOOD", "2021-01-10");
    rate(falls, "INADEQUATE", "2023-01-10");
    rate(rises, "REQUIRES_IMPROVEMENT", "2021-01-10");
    rate(rises, "OUTSTANDING", "2023-02-10");
    reader()
        .get("/v1/market/ratings?asOf=2022-01-01&area=" + area)
        .then()
        .body("locations", equalTo(3))
        .body("goodOrBetterPercent", equalTo(50))
        .body("ratings.rating", equalTo(List.of("GOOD", "REQUIRES_IMPROVEMENT", "UNKNOWN")));
    reader()
        .get("/v1/market/rating-movements?from=2022-01-01&to=2024-01-01&area=" + area)
        .then()
        .body("rose", equalTo(1))
        .body("fell", equalTo(1))
        .body(
            "cells.find { it.from == 'GOOD' && it.to == 'INADEQUATE' }.counted",
            equalTo(ids(falls)))
        .body("cells.find { it.from == 'UNKNOWN' }.counted", equalTo(ids(unrated)));
    reader()
        .get("/v1/market/rating-movements?from=2000-01-01&to=2022-01-01&area=" + area)
        .then()
        .body("cells.from.unique()", equalTo(List.of("NOT_OPEN")));
    reader()
        .accept("text/csv")
        .get("/v1/market/rating-movements?from=2022-01-01&area=" + area)
        .then()
        .body(containsString("GOOD,INADEQUATE,FELL,1," + falls));
    reader()
        .get("/v1/market/rating-movements")
        .then()
        .spec(violation(400, "INVALID_REQUEST", "from"));
  }

  private static List<String> ids(UUID... ids) {
    return java.util.Arrays.stream(ids).map(UUID::toString).toList();
  }

  private static String area() {
    return "W0601" + "%04d".formatted((int) (Math.random() * 9999));
  }

  private static Response owner(UUID provider, UUID parent, String from) {
    return officer()
        .body(
            Map.of("kind", "OWNER", "parentId", parent, "validFrom", from, "evidence", "Accounts"))
        .post("/v1/providers/" + provider + "/ownerships");
  }

  private static UUID home(
      String area, UUID provider, int beds, String latitude, String longitude) {
    Map<String, Object> home = new HashMap<>();
    home.put("name", unique("House"));
    home.put("careType", "NURSING_HOME");
    home.put("area", area);
    home.put("providerId", provider);
    home.put("beds", beds);
    home.put("latitude", new java.math.BigDecimal(latitude));
    home.put("longitude", new java.math.BigDecimal(longitude));
    home.put("openedOn", "2010-01-01");
    Response answer = officer().body(home).post("/v1/locations");
    answer.then().statusCode(201);
    return UUID.fromString(answer.path("id"));
  }

  private static void rate(UUID location, String overall, String date) {
    officer()
        .body(Map.of("regulator", "CQC", "overall", overall, "reportDate", date))
        .post("/v1/locations/" + location + "/ratings")
        .then()
        .statusCode(201);
  }

  private static UUID contract(
      String authority, String service, UUID provider, int annual, String area) {
    UUID id = UUID.randomUUID();
    Map<String, Object> state = new HashMap<>();
    state.put("title", "Care");
    state.put("status", "ACTIVE");
    state.put("type", "BLOCK");
    state.put("serviceType", service);
    state.put("area", area);
    state.put("values", Map.of("annual", Map.of("amount", annual, "currency", "GBP")));
    state.put("dates", Map.of("start", "2020-04-01", "end", "2026-03-31"));
    state.put(
        "parties",
        List.of(
            Map.of(
                "id", UUID.randomUUID().toString(),
                "role", "LEAD_SUPPLIER",
                "name", unique("Ltd"),
                "providerId", provider.toString())));
    send("contract", "contract.activated.v1", id, authority, state);
    return id;
  }

  private static UUID placement(
      String area,
      String authority,
      @org.jspecify.annotations.Nullable UUID contract,
      @org.jspecify.annotations.Nullable UUID provider,
      @org.jspecify.annotations.Nullable UUID location,
      String person,
      int weekly,
      double hours,
      @org.jspecify.annotations.Nullable String end) {
    UUID id = UUID.randomUUID();
    Map<String, Object> state = new HashMap<>();
    state.put("id", id.toString());
    if (contract != null) {
      state.put("contractId", contract.toString());
    }
    Map<String, Object> named = new HashMap<>(Map.of("name", "A provider"));
    if (provider != null) {
      named.put("providerId", provider.toString());
    }
    state.put("provider", named);
    Map<String, Object> terms = new HashMap<>();
    terms.put("from", "2020-01-01");
    terms.put("kind", "SPOT");
    terms.put("careType", "NURSING_HOME");
    terms.put("area", area);
    if (location != null) {
      terms.put("locationId", location.toString());
    }
    terms.put("weeklyPrice", Map.of("amount", weekly, "currency", "GBP"));
    if (hours > 0) {
      terms.put("hoursPerWeek", hours);
    }
    state.put("terms", List.of(terms));
    state.put("serviceType", "NURSING");
    state.put("clientGroup", "OLDER_PEOPLE");
    state.put("personReference", person);
    state.put("startDate", "2020-01-01");
    if (end != null) {
      state.put("endDate", end);
    }
    send("placement", "placement.started.v1", id, authority, state);
    return id;
  }

  private static void send(
      String aggregate, String type, UUID id, String authority, Map<String, Object> state) {
    TestTopics.send(
        "contracts.v1",
        id.toString(),
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "source",
            "/contracts-service",
            "type",
            type,
            "subject",
            id.toString(),
            "time",
            "2025-04-01T10:00:00Z",
            "aggregatetype",
            aggregate,
            "aggregateversion",
            "1",
            "authority",
            authority),
        Map.of("state", state, "change", Map.of()));
  }
}
