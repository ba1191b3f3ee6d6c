package uk.carecontracts.contracts.placements;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.contracts.ProviderEvents;
import uk.carecontracts.testkit.CloudEventRecord;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@ContractsInfrastructure
class PlacementTest {
  @Inject Clock clock;
  @Inject PlacementClock placementClock;

  private LocalDate today;
  private String area;

  @BeforeEach
  void anAreaOfItsOwn() {
    today = LocalDate.now(clock);
    area = "T" + UUID.randomUUID().toString().substring(0, 8);
  }

  private String body(String price, LocalDate start, String more) {
    return """
        {"provider":{"name":"Alder Ltd"},"kind":"SPOT","careType":"RESIDENTIAL_HOME",
         "serviceType":"RESIDENTIAL_CARE","clientGroup":"OLDER_PEOPLE","area":"%s",
         "personReference":"P-%s","weeklyPrice":{"amount":%s,"currency":"GBP"},
         "startDate":"%s"%s}"""
        .formatted(area, UUID.randomUUID(), price, start, more);
  }

  private static Response post(String body) {
    return Api.keeper().body(body).post("/v1/placements");
  }

  private Response started(String price, LocalDate start, String more) {
    Response started = post(body(price, start, more));
    started.then().statusCode(201);
    return started;
  }

  private static Response step(Response before, String verb, String body) {
    return Api.keeper()
        .header("If-Match", before.header("ETag"))
        .body(body)
        .post("/v1/placements/" + Api.id(before) + "/" + verb);
  }

  private Response activeContract(String supplier) {
    Response draft =
        Api.draft(
            Api.complete(Api.reference())
                .replace("2026-04-01", today.minusYears(1).toString())
                .replace("2030-03-31", today.plusYears(2).toString()));
    Response awarded = Api.step(draft, "award", Api.award(supplier));
    Response active = Api.step(awarded, "activate", null);
    active.then().statusCode(200);
    return active;
  }

  @Test
  void a_placement_starts_changes_its_price_and_ends_and_tells_each() throws Exception {
    LocalDate start = today.minusDays(40);
    Response started = started("912.50", start, "");
    String id = Api.id(started);
    started.then().header("ETag", "\"1\"").body("status", equalTo("ACTIVE"));
    String uplift =
        "{\"from\":\"%s\",\"reason\":\"Uplift\",\"weeklyPrice\":{\"amount\":949.00,\"currency\":\"GBP\"}}";
    Response changed = step(started, "change", uplift.formatted(today.minusDays(10)));
    changed
        .then()
        .statusCode(200)
        .body("weeklyPrice.amount", equalTo(949.00f), "terms", hasSize(2), "version", equalTo(2));
    step(started, "change", uplift.formatted(today))
        .then()
        .spec(Problems.problem(412, "STALE_VERSION"));
    step(changed, "change", uplift.formatted(start))
        .then()
        .spec(Problems.violation(422, "TERMS_OUT_OF_ORDER", "/from"));
    step(changed, "change", uplift.formatted(today.plusDays(1)))
        .then()
        .spec(Problems.violation(422, "TERMS_IN_FUTURE", "/from"));
    Api.keeper()
        .body(uplift.formatted(today))
        .post("/v1/placements/" + id + "/change")
        .then()
        .spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    Response planned =
        step(changed, "end", "{\"date\":\"" + today.plusDays(9) + "\",\"reason\":\"Going home\"}");
    planned.then().statusCode(200).body("status", equalTo("ACTIVE"));
    Response ended = step(planned, "end", "{\"date\":\"" + today + "\",\"reason\":\"Went home\"}");
    ended
        .then()
        .statusCode(200)
        .body("status", equalTo("ENDED"), "endReason", equalTo("Went home"));
    step(ended, "change", uplift.formatted(today))
        .then()
        .spec(Problems.problem(422, "PLACEMENT_ENDED"));
    Api.keeper()
        .get("/v1/placements/" + id + "/history")
        .then()
        .body("items", hasSize(4), "items[0].change.reason", equalTo("Went home"));
    Api.keeper()
        .header("If-None-Match", "\"4\"")
        .get("/v1/placements/" + id)
        .then()
        .statusCode(304);
    Api.as(Api.OTHER).get("/v1/placements/" + id).then().spec(Problems.problem(404, "NOT_FOUND"));
    await().until(() -> TestTopics.readAll("contracts.v1", id).size() == 4);
    List<CloudEventRecord> events = TestTopics.readAll("contracts.v1", id);
    assertEquals(
        List.of(
            "placement.started.v1",
            "placement.changed.v1",
            "placement.changed.v1",
            "placement.ended.v1"),
        events.stream().map(event -> event.attributes().get("type")).toList());
  }

  @Test
  void the_same_key_starts_one_placement_only() {
    String body = body("800", today, "");
    String key = UUID.randomUUID().toString();
    List<String> ids =
        Stream.of(1, 2)
            .map(i -> Api.keeper().header("Idempotency-Key", key).body(body).post("/v1/placements"))
            .map(Api::id)
            .distinct()
            .toList();
    assertEquals(1, ids.size());
    Api.keeper().get("/v1/placements?area=" + area).then().body("items", hasSize(1));
  }

  @Test
  void what_a_placement_may_not_be_is_refused_with_reasons() {
    post(body("800", today, "").replaceFirst("P-[^\"]+", "943 476 5919"))
        .then()
        .spec(Problems.violation(422, "PERSON_REFERENCE_NOT_PSEUDONYMOUS", "/personReference"));
    post(body("800", today, ",\"endDate\":\"" + today.minusDays(1) + "\""))
        .then()
        .spec(Problems.violation(422, "PLACEMENT_INVALID", "/endDate"));
    post(body("-1", today, ""))
        .then()
        .spec(Problems.violation(422, "PLACEMENT_INVALID", "/weeklyPrice"));
    post(body("800", today, "").replace("\"SPOT\"", "\"BLOCK\""))
        .then()
        .spec(Problems.violation(422, "BLOCK_NEEDS_CONTRACT", "/contractId"));
    post(body("800", today, "").replace("\"area\":\"" + area + "\",", ""))
        .then()
        .spec(Problems.violation(422, "PLACEMENT_INCOMPLETE", "/area"));
    post(body("800", today, ",\"colour\":1")).then().spec(Problems.problem(400, "INVALID_REQUEST"));
    Api.keeper().get("/v1/placements?aera=x").then().spec(Problems.problem(400, "INVALID_REQUEST"));
  }

  @Test
  void a_placement_is_made_under_an_active_contract_by_a_supplier_of_it() {
    Response contract = activeContract("Alder Ltd");
    String under = ",\"contractId\":\"" + Api.id(contract) + "\"";
    Response block = post(body("800", today, under).replace("\"SPOT\"", "\"BLOCK\""));
    block.then().statusCode(201).body("contractId", equalTo(Api.id(contract)));
    post(body("800", today, under).replace("Alder Ltd", "Birch CIC"))
        .then()
        .spec(Problems.violation(422, "PROVIDER_NOT_IN_CONTRACT", "/provider"));
    post(body("800", today.minusYears(2), under))
        .then()
        .spec(Problems.violation(422, "OUTSIDE_TERM", "/startDate"));
    Response draft = Api.draft(Api.complete(Api.reference()));
    post(body("800", today, ",\"contractId\":\"" + Api.id(draft) + "\""))
        .then()
        .spec(Problems.violation(422, "CONTRACT_NOT_ACTIVE", "/contractId"));
    Api.as(Api.OTHER)
        .body(body("800", today, under))
        .post("/v1/placements")
        .then()
        .spec(Problems.problem(403, "WRONG_AUTHORITY"));
    Api.keeper()
        .get("/v1/placements?contractId=" + Api.id(contract) + "&kind=BLOCK")
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void a_suspended_provider_gets_no_placement() throws Exception {
    UUID provider = UUID.randomUUID();
    String named =
        body("800", today, "")
            .replace("{\"name\"", "{\"providerId\":\"" + provider + "\",\"name\"");
    ProviderEvents.suspension(
        "provider.suspended.v1",
        UUID.randomUUID(),
        1,
        provider,
        today.minusDays(1),
        today.plusDays(20));
    await().until(() -> post(named).statusCode() == 422);
    post(named).then().spec(Problems.violation(422, "PROVIDER_SUSPENDED", "/provider"));
  }

  @Test
  void a_placement_whose_last_day_has_come_ends_by_itself() throws Exception {
    Response started = started("700", today.minusDays(3), ",\"endDate\":\"" + today + "\"");
    started.then().body("status", equalTo("ENDED"));
    Response later =
        started("700", today.minusDays(3), ",\"endDate\":\"" + today.plusDays(1) + "\"");
    placementClock.endThoseRunOut();
    Api.keeper().get("/v1/placements/" + Api.id(later)).then().body("status", equalTo("ACTIVE"));
  }

  @Test
  void lists_are_paged_and_saved_as_a_spreadsheet() {
    for (int i = 0; i < 3; i++) {
      started("70" + i, today.minusDays(i), "");
    }
    JsonPath first = Api.keeper().get("/v1/placements?limit=2&area=" + area).jsonPath();
    assertEquals(2, first.getList("items").size());
    Api.keeper()
        .get("/v1/placements?limit=2&area=" + area + "&cursor=" + first.getString("next"))
        .then()
        .body("items", hasSize(1), "next", nullValue());
    String csv = Api.keeper().accept("text/csv").get("/v1/placements?area=" + area).asString();
    assertEquals(4, csv.lines().count());
    assertTrue(csv.startsWith("id,reference,status,kind,careType"), csv);
  }

  @Test
  void prices_are_those_of_the_day_by_care_type_and_area() {
    LocalDate start = today.minusMonths(4);
    Response raised = started("700.00", start, "");
    started("812.40", start, "");
    started("900.00", start, "");
    started("5000.00", start, ",\"endDate\":\"" + start.plusDays(9) + "\"");
    step(
            raised,
            "change",
            "{\"from\":\"%s\",\"reason\":\"r\",\"weeklyPrice\":{\"amount\":1000,\"currency\":\"GBP\"}}"
                .formatted(today))
        .then()
        .statusCode(200);
    Api.keeper()
        .get("/v1/placements/prices?area=" + area + "&asOf=" + today.minusDays(1))
        .then()
        .body("groups", hasSize(1), "groups[0].careType", equalTo("RESIDENTIAL_HOME"))
        .body("groups[0].count", equalTo(3), "groups[0].median.amount", equalTo(812.40f))
        .body("method", containsString("(n - 1) x p"));
    Api.keeper()
        .get("/v1/placements/prices?groupBy=AREA&area=" + area)
        .then()
        .body("groups[0].median.amount", equalTo(900.00f), "groups[0].careType", nullValue())
        .body("groups[0].p90.amount", equalTo(980.00f));
    String csv =
        Api.keeper().accept("text/csv").get("/v1/placements/prices?area=" + area).asString();
    assertTrue(csv.contains("RESIDENTIAL_HOME," + area + ",3,812.40,856.20,900.00"), csv);
  }

  @Test
  void the_mix_of_spot_and_block_is_told_month_by_month() {
    Response contract = activeContract("Alder Ltd");
    LocalDate start = today.minusMonths(2).withDayOfMonth(1);
    started("600.00", start, "");
    post(body("900.00", start.plusMonths(1), ",\"contractId\":\"" + Api.id(contract) + "\"")
            .replace("\"SPOT\"", "\"BLOCK\""))
        .then()
        .statusCode(201);
    String path =
        "/v1/placements/mix?area=" + area + "&from=" + start + "&to=" + start.plusMonths(1);
    Api.keeper()
        .get(path)
        .then()
        .body("entries", hasSize(2))
        .body("entries[0].date", equalTo(start.plusMonths(1).minusDays(1).toString()))
        .body("entries[0].spotSharePercent", equalTo(100.00f))
        .body("entries[1].blockWeeklyCost.amount", equalTo(900.00f))
        .body("entries[1].spotCostSharePercent", equalTo(40.00f));
    assertTrue(
        Api.keeper().accept("text/csv").get(path).asString().contains(",1,600.00,1,900.00,"));
    Api.keeper()
        .get("/v1/placements/mix?from=2000-01-01&to=2020-01-01")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
  }

  @Test
  void dear_placements_are_flagged_by_the_threshold_of_the_day() {
    String authority = "E08000011";
    String care = "CARE_" + area.toUpperCase(java.util.Locale.ROOT).replace("-", "");
    String threshold =
        "{\"careType\":\"%s\",\"from\":\"%s\",\"weeklyAmount\":{\"amount\":850,\"currency\":\"GBP\"},\"reason\":\"Panel\"}"
            .formatted(care, today.minusDays(5));
    for (String price : List.of("800", "851.25")) {
      Api.as(authority)
          .body(body(price, today.minusDays(9), "").replace("RESIDENTIAL_HOME", care))
          .post("/v1/placements")
          .then()
          .statusCode(201);
    }
    Api.as(authority)
        .body(threshold)
        .post("/v1/placements/high-cost-thresholds")
        .then()
        .statusCode(201);
    Api.as(authority)
        .body(threshold)
        .post("/v1/placements/high-cost-thresholds")
        .then()
        .spec(Problems.problem(409, "THRESHOLD_EXISTS"));
    Api.as(authority)
        .body("{\"from\":\"2026-01-01\",\"reason\":\"r\"}")
        .post("/v1/placements/high-cost-thresholds")
        .then()
        .spec(Problems.problem(422, "THRESHOLD_INVALID"));
    Api.as(authority)
        .get("/v1/placements/high-cost?careType=" + care)
        .then()
        .body("items", hasSize(1), "items[0].excess.amount", equalTo(1.25f))
        .body("items[0].reason", containsString("Panel"));
    Api.as(authority)
        .get("/v1/placements/high-cost?careType=" + care + "&asOf=" + today.minusDays(6))
        .then()
        .body("items", hasSize(0), "careTypesWithoutThreshold", equalTo(List.of(care)));
    assertTrue(
        Api.as(authority)
            .accept("text/csv")
            .get("/v1/placements/high-cost?careType=" + care)
            .asString()
            .contains(",851.25,850.00,1.25,0.15,"));
    Api.as(authority)
        .get("/v1/placements/high-cost-thresholds")
        .then()
        .body("items[0].careType", equalTo(care));
  }

  @Test
  void prices_before_and_after_a_neighbouring_home_s_rating_fell_are_compared() throws Exception {
    UUID home = UUID.randomUUID();
    LocalDate fall = today.minusMonths(5);
    started("700.00", fall.minusDays(50), "");
    started("720.00", fall.minusDays(1), "");
    started("790.00", fall, "");
    started("810.00", fall.plusDays(60), "");
    started("999.00", fall.plusMonths(4), "");
    started("2000.00", fall.plusDays(3), ",\"locationId\":\"" + home + "\"");
    ProviderEvents.home(
        "location.rated.v1",
        home,
        3,
        "RESIDENTIAL_HOME",
        area,
        ProviderEvents.rating("GOOD", fall.minusYears(2)),
        ProviderEvents.rating("INADEQUATE", fall));
    String path = "/v1/placements/rating-falls?months=3&area=" + area;
    await().until(() -> Api.keeper().get(path).jsonPath().getList("items").size() == 1);
    Api.keeper()
        .get(path)
        .then()
        .body("items[0].from", equalTo("GOOD"), "items[0].to", equalTo("INADEQUATE"))
        .body("items[0].before.count", equalTo(2), "items[0].before.median.amount", equalTo(710.0f))
        .body("items[0].after.count", equalTo(2), "items[0].after.median.amount", equalTo(800.0f))
        .body("items[0].medianChange.amount", equalTo(90.0f))
        .body("items[0].medianChangePercent", equalTo(12.68f))
        .body("items[0].afterIsComplete", equalTo(true))
        .body("items[0].ownPlacementsLeftOut", equalTo(1), "items[0].counted", hasSize(4));
    Api.as(Api.OTHER)
        .get(path)
        .then()
        .body("items", hasSize(1), "items[0].before.count", equalTo(0));
    assertTrue(
        Api.keeper().accept("text/csv").get(path).asString().contains(",2,710.00,2,800.00,90.00,"));
    ProviderEvents.home(
        "location.rated.v1",
        home,
        4,
        "RESIDENTIAL_HOME",
        area,
        ProviderEvents.rating("GOOD", fall.minusYears(2)),
        ProviderEvents.rating("GOOD", fall));
    await().until(() -> Api.keeper().get(path).jsonPath().getList("items").isEmpty());
  }

  @Test
  void a_placement_in_a_known_home_takes_its_care_type_and_area_from_it() throws Exception {
    UUID home = UUID.randomUUID();
    ProviderEvents.home("location.registered.v1", home, 1, "NURSING_HOME", area, null, null);
    String body =
        body("800", today, ",\"locationId\":\"" + home + "\"")
            .replace("\"careType\":\"RESIDENTIAL_HOME\",", "")
            .replace("\"area\":\"" + area + "\",", "");
    await().until(() -> post(body).statusCode() == 201);
    Api.keeper()
        .get("/v1/placements?locationId=" + home)
        .then()
        .body("items[0].careType", equalTo("NURSING_HOME"), "items[0].area", equalTo(area));
  }

  private JsonPath imported(String file) {
    Response accepted =
        Api.keeper()
            .contentType("text/csv")
            .body(file.getBytes(StandardCharsets.UTF_8))
            .post("/v1/placement-imports?format=PLACEMENTS_CSV");
    accepted.then().statusCode(202);
    String path = "/v1/placement-imports/" + Api.id(accepted);
    await()
        .until(
            () ->
                List.of("COMPLETED", "FAILED")
                    .contains(Api.keeper().get(path).jsonPath().getString("status")));
    return Api.keeper().get(path).jsonPath();
  }

  @Test
  void a_file_of_placements_is_taken_row_by_row_and_twice_without_harm() throws Exception {
    String header =
        "reference,contractReference,provider,kind,careType,serviceType,clientGroup,area,"
            + "personReference,weeklyPrice,startDate,endDate\n";
    String row = "%s,,Alder Ltd,SPOT,NURSING_HOME,NURSING_CARE,OLDER_PEOPLE,%s,%s,%s,%s,%s\n";
    String one = UUID.randomUUID().toString();
    String good = row.formatted(one, area, "P-1", "811.10", today.minusDays(30), "");
    String file =
        header
            + good
            + row.formatted(UUID.randomUUID(), area, "Mary Smith", "811.10", today, "")
            + row.formatted(UUID.randomUUID(), area, "P-2", "much", today, "");
    JsonPath first = imported("\uFEFF" + file);
    assertEquals(
        List.of(1, 2), List.of(first.getInt("rows.created"), first.getInt("rows.rejected")));
    assertEquals(1, imported(file).getInt("rows.unchanged"));
    Api.keeper()
        .get("/v1/placement-imports/" + first.getString("id") + "/errors")
        .then()
        .body("items[0].pointer", equalTo("/personReference"))
        .body("items[1].pointer", equalTo("/weeklyPrice"));
    String ended = row.formatted(one, area, "P-1", "811.10", today.minusDays(30), today);
    assertEquals(1, imported(header + ended).getInt("rows.updated"));
    Api.keeper()
        .get("/v1/placements?reference=" + one)
        .then()
        .body("items[0].status", equalTo("ENDED"));
    assertEquals("FAILED", imported("a,b\n1,2\n").getString("status"));
  }

  @Test
  void only_those_with_an_authority_read_placements() {
    Api.keeper()
        .auth()
        .oauth2(Tokens.custom("contracts:write", null))
        .get("/v1/placements")
        .then()
        .spec(Problems.problem(403, "NO_AUTHORITY"));
  }
}
