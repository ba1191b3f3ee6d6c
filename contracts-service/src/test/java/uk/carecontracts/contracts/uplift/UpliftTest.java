package uk.carecontracts.contracts.uplift;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Patience;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@ContractsInfrastructure
class UpliftTest {
  @Inject Clock clock;

  private LocalDate today;
  private String service;

  @BeforeEach
  void aServiceOfItsOwn() {
    today = LocalDate.now(clock);
    service =
        "S_" + UUID.randomUUID().toString().replace("-", "_").toUpperCase(java.util.Locale.ROOT);
  }

  private Response active(String type, String permitted) {
    Response draft =
        Api.draft(
            Api.complete(Api.reference())
                .replace("\"BLOCK\"", "\"" + type + "\"")
                .replace("HOME_CARE", service)
                .replace("2026-04-01", today.minusYears(1).toString())
                .replace("2030-03-31", today.plusDays(364).toString())
                .replace(
                    "\"values\":{",
                    "\"permittedVariations\":"
                        + permitted
                        + ",\"values\":{\"annual\":{\"amount\":100000,\"currency\":\"GBP\"},"));
    Response awarded = Api.step(draft, "award", Api.award("Alder Ltd"));
    Response active = Api.step(awarded, "activate", null);
    active.then().statusCode(200);
    return active;
  }

  private String simulation(String clauses) {
    return """
        {"name":"April","effectiveDate":"%s","ownClauses":true,"filter":{"serviceType":"%s"},
         "clauses":[%s]}"""
        .formatted(today, service, clauses);
  }

  private static final String WORKED =
      """
      {"name":"Worked","terms":{"components":[
        {"index":"CPI","weightPercent":40,"movementPercent":3},
        {"index":"NLW","weightPercent":60,"movementPercent":10.1}]}}""";

  private static Response post(String body) {
    return Api.keeper().body(body).post("/v1/uplift-simulations");
  }

  private static Response approve(Response simulation, String clause) {
    String path = "/v1/uplift-simulations/" + Api.id(simulation);
    return Api.keeper()
        .header("If-Match", Api.keeper().get(path).header("ETag"))
        .body("{\"clause\":\"" + clause + "\"}")
        .post(path + "/approvals");
  }

  @Test
  void clauses_are_compared_over_live_contracts_and_ceilings_are_left_out() {
    Response one = active("BLOCK", "[]");
    active("FRAMEWORK", "[]");
    Api.keeper()
        .body(
            "{\"components\":[{\"index\":\"FIXED\",\"weightPercent\":100,\"movementPercent\":2}]}")
        .put("/v1/contracts/" + Api.id(one) + "/uplift-clause")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"");
    Response ran =
        post(
            simulation(
                WORKED
                    + ",{\"name\":\"Wage\",\"terms\":{\"components\":[{\"index\":\"NLW\",\"weightPercent\":100}],\"capPercent\":4}}"));
    ran.then()
        .statusCode(201)
        .body("contracts", equalTo(1), "totals.clause", equalTo(List.of("Worked", "Wage", "OWN")))
        .body(
            "totals[0].upliftPercent",
            equalTo(7.26f),
            "totals[0].increase.amount",
            equalTo(7260.0f))
        .body("totals[2].newAnnualValue.amount", equalTo(102000.0f))
        .body("totals[1].steps[0]", containsString("National Living Wage rates"));
    String last = today.plusDays(364).toString();
    post(simulation(WORKED).replace(today.toString(), last)).then().body("contracts", equalTo(1));
    post(simulation(WORKED).replace(today.toString(), today.plusDays(365).toString()))
        .then()
        .statusCode(201)
        .body("contracts", equalTo(0), "totals[0].increase.amount", equalTo(0.0f));
    String path = "/v1/uplift-simulations/" + Api.id(ran);
    Api.keeper()
        .get(path + "/contracts")
        .then()
        .body(
            "items",
            hasSize(1),
            "items[0].results",
            hasSize(3),
            "items[0].derived",
            equalTo(false));
    assertTrue(
        Api.keeper()
            .accept("text/csv")
            .get(path + "/contracts")
            .asString()
            .contains(",100000.00,false,Worked,7.26,107260.00,7260.00"));
    Api.keeper().get("/v1/uplift-simulations?limit=1").then().body("items", hasSize(1));
    Api.as(Api.OTHER).get(path).then().spec(Problems.problem(404, "NOT_FOUND"));
    post(simulation("").replace("true", "false"))
        .then()
        .spec(Problems.problem(422, "SIMULATION_INVALID"));
    post(simulation(
            "{\"name\":\"F\",\"terms\":{\"components\":[{\"index\":\"GAS\",\"weightPercent\":100}]}}"))
        .then()
        .spec(Problems.violation(422, "INDEX_UNKNOWN", "/clauses/0/terms/components/0"));
    post(simulation(
            "{\"name\":\"F\",\"terms\":{\"components\":[{\"index\":\"CPI\",\"weightPercent\":90,\"movementPercent\":1}]}}"))
        .then()
        .spec(Problems.violation(422, "CLAUSE_BROKEN", "/clauses/0/terms/components"));
    LocalDate ends = today.plusDays(30);
    Api.step(
            Api.keeper().get("/v1/contracts/" + Api.id(one)),
            "terminate",
            "{\"date\":\"%s\",\"reason\":\"Notice\"}".formatted(ends))
        .then()
        .statusCode(200);
    post(simulation(WORKED).replace(today.toString(), ends.toString()))
        .then()
        .body("contracts", equalTo(1));
    post(simulation(WORKED).replace(today.toString(), ends.plusDays(1).toString()))
        .then()
        .body("contracts", equalTo(0));
  }

  @Test
  void an_approved_uplift_becomes_a_price_variation_once() {
    Response permits = active("BLOCK", "[\"PRICE\"]");
    String schedules = "/v1/contracts/" + Api.id(permits) + "/price-schedules";
    Api.keeper()
        .body(
            """
            {"validFrom":"%s","reason":"Award","terms":{"model":"UNIT_RATE","unit":"HOUR","unitPrice":20.00}}"""
                .formatted(today.minusYears(1)))
        .post(schedules)
        .then()
        .statusCode(201);
    Response forbids = active("SPOT", "[\"VOLUME\"]");
    Response ran = post(simulation(WORKED));
    Response approved = approve(ran, "Worked");
    approved.then().statusCode(200).body("items", hasSize(2));
    JsonPath items = approved.jsonPath();
    int mine = items.<String>getList("items.contractId").indexOf(Api.id(permits));
    assertEquals("PROPOSED", items.getString("items[" + mine + "].outcome"));
    assertEquals("REFUSED", items.getString("items[" + (1 - mine) + "].outcome"));
    assertEquals(Api.id(forbids), items.getString("items[" + (1 - mine) + "].contractId"));
    String variations = "/v1/contracts/" + Api.id(permits) + "/variations";
    String variation = items.getString("items[" + mine + "].variationId");
    Response proposed = Api.keeper().get(variations + "/" + variation);
    proposed
        .then()
        .body("reason", equalTo("PRICE"), "status", equalTo("PROPOSED"))
        .body("change.values.annual.amount", equalTo(107260.0f))
        .body("change.values.total.amount", equalTo(307260.0f));
    approve(ran, "Worked")
        .then()
        .statusCode(200)
        .body("items.outcome", hasItem("ALREADY_UPLIFTED"));
    approve(post(simulation(WORKED)), "Worked")
        .then()
        .body(
            "items.outcome",
            hasItem("ALREADY_UPLIFTED"),
            "items.outcome",
            not(hasItem("PROPOSED")));
    Api.keeper().get(variations).then().body("items", hasSize(1));
    Api.keeper()
        .header("If-Match", proposed.header("ETag"))
        .body(
            "{\"partyId\":\"%s\",\"agreedOn\":\"%s\"}"
                .formatted(permits.jsonPath().getString("parties[0].id"), today))
        .post(variations + "/" + variation + "/agreements")
        .then()
        .statusCode(200)
        .body("status", equalTo("IN_FORCE"));
    Api.keeper()
        .get("/v1/contracts/" + Api.id(permits))
        .then()
        .body("values.annual.amount", equalTo(107260.0f));
    JsonPath prices =
        Patience.await()
            .until(
                () -> Api.keeper().get(schedules).jsonPath(),
                found -> found.getList("items").size() == 2);
    assertEquals(today.toString(), prices.getString("items[1].validFrom"));
    assertEquals(21.452f, prices.getFloat("items[1].terms.unitPrice"));
    assertTrue(prices.getString("items[1].reason").startsWith("Uplift of 7.26 %"));
    approve(ran, "Nobody").then().spec(Problems.problem(422, "CLAUSE_UNKNOWN"));
    String path = "/v1/uplift-simulations/" + Api.id(ran);
    Api.keeper()
        .header("If-Match", "\"1\"")
        .body("{\"clause\":\"Worked\"}")
        .post(path + "/approvals")
        .then()
        .spec(Problems.problem(412, "STALE_VERSION"));
    Api.keeper().get(path).then().body("approved", equalTo(1), "version", equalTo(2));
  }

  @Test
  void a_withdrawn_uplift_can_be_approved_again_and_a_changed_contract_cannot() {
    Response contract = active("BLOCK", "[]");
    Response ran = post(simulation(WORKED));
    String variation = approve(ran, "Worked").jsonPath().getString("items[0].variationId");
    String path = "/v1/contracts/" + Api.id(contract);
    Response held = Api.keeper().get(path + "/variations/" + variation);
    Api.keeper()
        .header("If-Match", held.header("ETag"))
        .body("{\"reason\":\"Not affordable\"}")
        .post(path + "/variations/" + variation + "/withdraw")
        .then()
        .statusCode(200);
    approve(ran, "Worked").then().body("items[0].outcome", equalTo("PROPOSED"));
    Response again = post(simulation(WORKED));
    correctAnnual(path, 90000);
    String tomorrow = simulation(WORKED).replace(today.toString(), today.plusDays(1).toString());
    Response later = post(tomorrow);
    later.then().body("totals[0].annualValue.amount", equalTo(90000.0f));
    correctAnnual(path, 95000);
    approve(later, "Worked")
        .then()
        .body(
            "items[0].outcome",
            equalTo("REFUSED"),
            "items[0].reason",
            containsString("Run it again"));
    approve(again, "Worked").then().body("items[0].outcome", equalTo("ALREADY_UPLIFTED"));
  }

  private static void correctAnnual(String path, int amount) {
    Api.correct(
            Api.keeper().get(path),
            "{\"values\":{\"annual\":{\"amount\":%d,\"currency\":\"GBP\"}}}".formatted(amount))
        .then()
        .statusCode(200);
  }

  @Test
  void a_clause_is_replaced_with_the_version_that_was_read() {
    Response contract = active("BLOCK", "[]");
    String path = "/v1/contracts/" + Api.id(contract) + "/uplift-clause";
    String clause =
        "{\"components\":[{\"index\":\"CPI\",\"weightPercent\":100}],\"floorPercent\":%s,\"capPercent\":3}";
    Api.keeper().get(path).then().spec(Problems.problem(404, "NOT_FOUND"));
    Api.keeper()
        .body(clause.formatted("4"))
        .put(path)
        .then()
        .spec(Problems.violation(422, "CLAUSE_BROKEN", "/floorPercent"));
    Api.keeper().body(clause.formatted("1")).put(path).then().statusCode(200);
    Api.keeper()
        .body(clause.formatted("2"))
        .put(path)
        .then()
        .spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    Api.keeper()
        .header("If-Match", "\"1\"")
        .body(clause.formatted("2"))
        .put(path)
        .then()
        .statusCode(200)
        .body("version", equalTo(2), "terms.floorPercent", equalTo(2));
  }

  @Test
  void index_series_are_read_by_all_and_get_new_points_from_an_admin() throws Exception {
    JsonPath series = Api.keeper().get("/v1/index-series").jsonPath();
    assertEquals(
        List.of("CPI", "CPIH", "EMPLOYER_NI", "EMPLOYER_NI_THRESHOLD", "FUEL", "NLW"),
        series.getList("items.code"));
    Api.keeper()
        .get("/v1/index-series/NLW")
        .then()
        .body("points.find { it.date == '2025-04-01' }.movementPercent", equalTo(6.7308f))
        .body("points.find { it.date == '2026-04-01' }.value", equalTo(12.71f));
    String point =
        "{\"date\":\"2019-01-01\",\"value\":131.5,\"movementPercent\":11.2,\"source\":\"Test\"}";
    Api.keeper()
        .body(point)
        .post("/v1/index-series/FUEL/points")
        .then()
        .spec(Problems.problem(403, "FORBIDDEN"));
    Response fuel =
        Patience.await()
            .until(
                () -> Api.keeper().get("/v1/index-series/FUEL"),
                found -> found.jsonPath().getInt("version") > 0);
    assertEquals(200, add(fuel.header("ETag"), point).statusCode());
    add(fuel.header("ETag"), point).then().spec(Problems.problem(412, "STALE_VERSION"));
    Response now = Api.keeper().get("/v1/index-series/FUEL");
    now.then().body("points", hasSize(1), "points[0].checked", notNullValue());
    add(now.header("ETag"), point).then().spec(Problems.problem(409, "POINT_EXISTS"));
    add(now.header("ETag"), "{\"date\":\"2019-02-01\",\"source\":\"Test\"}")
        .then()
        .spec(Problems.problem(422, "POINT_EMPTY"));
    String id = now.jsonPath().getString("id");
    Patience.await().until(() -> TestTopics.readAll("contracts.v1", id).size() >= 2);
    assertEquals(
        "index-series.published.v1",
        TestTopics.readAll("contracts.v1", id).get(1).attributes().get("type"));
  }

  private static Response add(String etag, String point) {
    return given()
        .auth()
        .oauth2(Tokens.admin(Api.AUTHORITY))
        .contentType(ContentType.JSON)
        .header("If-Match", etag)
        .body(point)
        .post("/v1/index-series/FUEL/points");
  }
}
