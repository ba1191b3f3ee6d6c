package uk.carecontracts.monitoring.returns;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.monitoring.stage.ReturnBodies;
import uk.carecontracts.monitoring.stage.Views;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@OnStage
class ReturnsResourceTest {
  private static final String RETURNS = "/v1/returns/";

  @Inject Views views;

  private static String begun(ContractEvent contract, String body) {
    return Api.provider(contract)
        .body(body)
        .post("/v1/returns")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void a_return_goes_from_draft_over_sent_back_to_approved_and_is_locked_then() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = Api.twoIndicatorPlan(contract);
    String id =
        Api.provider(contract)
            .body(ReturnBodies.draft(plan, 1, 90, 100, "0.4"))
            .post("/v1/returns")
            .then()
            .statusCode(201)
            .header("ETag", equalTo("\"1\""))
            .header("Location", containsString("/v1/returns/"))
            .body("status", equalTo("DRAFT"))
            .body("observations[0].value", equalTo(90))
            .extract()
            .path("id");

    Api.provider(contract)
        .header("If-Match", "\"1\"")
        .body(ReturnBodies.content(93, 100, "0.4"))
        .put(RETURNS + id)
        .then()
        .statusCode(200)
        .body("observations[0].value", equalTo(93));
    Api.provider(contract)
        .post(RETURNS + id + "/submit")
        .then()
        .statusCode(200)
        .body("status", equalTo("SUBMITTED"))
        .body("version", equalTo(3));
    Api.provider(contract)
        .post(RETURNS + id + "/approve")
        .then()
        .spec(Problems.problem(403, "FORBIDDEN"));
    Api.officer()
        .body("{\"reasons\": [\"Which home had the missed visits?\"]}")
        .post(RETURNS + id + "/send-back")
        .then()
        .statusCode(200)
        .body("status", equalTo("SENT_BACK"))
        .body("reasons", hasItem("Which home had the missed visits?"));
    Api.officer()
        .post(RETURNS + id + "/approve")
        .then()
        .spec(Problems.problem(409, "RETURN_NOT_SUBMITTED"));
    Api.provider(contract).post(RETURNS + id + "/submit").then().statusCode(200);
    Api.officer()
        .header("If-Match", "\"3\"")
        .post(RETURNS + id + "/approve")
        .then()
        .spec(Problems.problem(412, "STALE_VERSION"));
    Api.officer()
        .header("If-Match", "\"5\"")
        .post(RETURNS + id + "/approve")
        .then()
        .statusCode(200)
        .body("status", equalTo("APPROVED"));
    Api.provider(contract)
        .header("If-Match", "\"6\"")
        .body(ReturnBodies.content(99, 100, "0.1"))
        .put(RETURNS + id)
        .then()
        .spec(Problems.problem(409, "RETURN_LOCKED"));

    assertEquals(6, views.journalled("return", UUID.fromString(id)));
    Await.until(
        () ->
            assertTrue(
                TestTopics.readAll("monitoring.v1", id).stream()
                    .anyMatch(event -> event.type().equals("return.approved.v1"))));
  }

  @Test
  void what_does_not_hold_together_is_refused_with_every_place() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = Api.twoIndicatorPlan(contract);

    Api.provider(contract)
        .body(
            """
            {"planId": "%s", "periodStart": "2025-07-01", "periodEnd": "2025-09-30",
             "observations": [
               {"indicator": "FEELING_SAFE", "numerator": 120, "denominator": 100},
               {"indicator": "MISSED_VISITS", "numerator": 3, "denominator": 0},
               {"indicator": "UNHEARD_OF", "value": 1},
               {"indicator": "FEELING_SAFE", "value": 1}]}\
            """
                .formatted(plan))
        .post("/v1/returns")
        .then()
        .spec(Problems.violation(422, "RETURN_INVALID", "/observations/0/numerator"))
        .body(
            "violations.pointer",
            hasItems(
                "/observations/1/denominator",
                "/observations/2/indicator",
                "/observations/3/indicator"));
    Api.provider(contract)
        .body(ReturnBodies.of(plan, "2025-07-02", "2025-09-30", "90", "100", "0.4", false))
        .post("/v1/returns")
        .then()
        .spec(Problems.violation(422, "PERIOD_NOT_IN_PLAN", "/periodStart"));
    Api.provider(contract)
        .body(ReturnBodies.draft(UUID.randomUUID().toString(), 1, 90, 100, "0.4"))
        .post("/v1/returns")
        .then()
        .spec(Problems.violation(422, "PLAN_UNKNOWN", "/planId"));
  }

  @Test
  void a_return_is_submitted_only_with_every_required_value_and_a_draft_may_lack_some() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = Api.twoIndicatorPlan(contract);
    String id =
        begun(
            contract,
            """
            {"planId": "%s", "periodStart": "2025-04-01", "periodEnd": "2025-06-30",
             "observations": [{"indicator": "FEELING_SAFE", "value": 93}]}\
            """
                .formatted(plan));

    Api.provider(contract)
        .post(RETURNS + id + "/submit")
        .then()
        .spec(Problems.violation(422, "RETURN_INVALID", "/observations"))
        .body("detail", containsString("MISSED_VISITS is required"));
  }

  @Test
  void a_period_has_one_return_even_when_two_arrive_at_once() throws Exception {
    ContractEvent contract = ContractEvent.active().send();
    String plan = Api.twoIndicatorPlan(contract);
    String body = ReturnBodies.draft(plan, 2, 90, 100, "0.4");
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      calls.add(() -> Api.provider(contract).body(body).post("/v1/returns").statusCode());
    }
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<Integer> answers = new ArrayList<>();
    for (var future : threads.invokeAll(calls)) {
      answers.add(future.get());
    }
    threads.shutdown();

    assertEquals(1, answers.stream().filter(code -> code == 201).count(), answers.toString());
    assertEquals(5, answers.stream().filter(code -> code == 409).count(), answers.toString());
  }

  @Test
  void a_repeated_key_replays_the_first_answer_and_another_body_is_refused() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = Api.twoIndicatorPlan(contract);
    String key = UUID.randomUUID().toString();
    String body = ReturnBodies.draft(plan, 1, 90, 100, "0.4");
    String first =
        Api.provider(contract)
            .header("Idempotency-Key", key)
            .body(body)
            .post("/v1/returns")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    Api.provider(contract)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/returns")
        .then()
        .statusCode(201)
        .body("id", equalTo(first));
    Api.provider(contract)
        .header("Idempotency-Key", key)
        .body(ReturnBodies.draft(plan, 1, 91, 100, "0.4"))
        .post("/v1/returns")
        .then()
        .spec(Problems.problem(422, "IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void another_provider_and_another_authority_reach_nothing() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = Api.twoIndicatorPlan(contract);
    String id = begun(contract, ReturnBodies.draft(plan, 1, 90, 100, "0.4"));
    String stranger = Tokens.provider(ContractEvent.DEVON, UUID.randomUUID());
    String body = ReturnBodies.draft(plan, 2, 90, 100, "0.4");

    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/returns")
        .then()
        .spec(Problems.problem(401, "UNAUTHENTICATED"));
    Api.json(stranger)
        .body(body)
        .post("/v1/returns")
        .then()
        .spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    Api.json(stranger).get(RETURNS + id).then().spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    Api.json(stranger)
        .header("If-Match", "\"1\"")
        .body(ReturnBodies.content(1, 100, "9"))
        .put(RETURNS + id)
        .then()
        .spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    Api.json(stranger)
        .post(RETURNS + id + "/submit")
        .then()
        .spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    Api.json(stranger)
        .get("/v1/returns?contractId=" + contract.id)
        .then()
        .body("items.size()", equalTo(0));
    Api.json(stranger)
        .get("/v1/returns/due?planId=" + plan)
        .then()
        .body("items.size()", equalTo(0));
    Api.json(Tokens.contracts(ContractEvent.DEVON))
        .body(body)
        .post("/v1/returns")
        .then()
        .spec(Problems.problem(403, "FORBIDDEN"));
    Api.officer("E10000017").get(RETURNS + id).then().spec(Problems.problem(404, "NOT_FOUND"));
    Api.provider(contract)
        .get("/v1/returns?contractId=" + contract.id)
        .then()
        .body("items.id", hasItem(id));
  }

  @Test
  void due_returns_are_listed_until_they_are_handed_in() {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    ContractEvent contract =
        ContractEvent.active().dates(today.minusMonths(3), today.plusMonths(9)).send();
    String plan = Api.twoIndicatorPlan(contract);
    String due = "/v1/returns/due?planId=" + plan;

    String begun = today.minusMonths(3).toString();
    Api.provider(contract)
        .get(due)
        .then()
        .statusCode(200)
        .body("items[0].overdue", equalTo(false))
        .body("items[0].periodStart", equalTo(begun));
    Api.provider(contract)
        .body(
            ReturnBodies.of(
                plan,
                today.minusMonths(3).toString(),
                today.minusMonths(3).plusMonths(3).minusDays(1).toString(),
                "95",
                "100",
                "0.2",
                true))
        .post("/v1/returns")
        .then()
        .statusCode(201)
        .body("status", equalTo("SUBMITTED"));
    // How many follow is the tier's to decide, so only the one handed in is looked for.
    Api.provider(contract).get(due).then().body("items.periodStart", not(hasItem(begun)));
    Api.officer().get(due + "&overdue=true").then().body("items.size()", equalTo(0));
    Api.officer()
        .accept("text/csv")
        .get(due)
        .then()
        .statusCode(200)
        .body(startsWith("planId,contractReference"));
  }
}
