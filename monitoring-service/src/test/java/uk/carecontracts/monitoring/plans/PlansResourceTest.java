package uk.carecontracts.monitoring.plans;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@OnStage
class PlansResourceTest {
  private static final String PLANS = "/v1/monitoring-plans/";
  private static final String CHOICE =
      "{\"indicators\": [{\"code\": \"FEELING_SAFE\", \"baseline\": 80, \"target\": 95,"
          + " \"tolerance\": 3, \"weight\": 2}, {\"code\": \"MISSED_VISITS\"}]}";

  @Test
  void an_active_contract_gets_a_plan_with_indicators_of_its_service_and_periods() {
    ContractEvent contract = ContractEvent.active().send();

    Api.officer()
        .get(PLANS + Api.planOf(contract))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("contractId", equalTo(contract.id.toString()))
        .body("indicators.code", hasItem("VISITS_ON_TIME"))
        .body("indicators.code", not(hasItem("AT_HOME_AFTER_91_DAYS")))
        .body("indicators.size()", greaterThan(4))
        .body("tier", equalTo("MEDIUM"))
        .body("periods.size()", greaterThan(6))
        .body("periods[0].periodStart", equalTo("2025-04-01"))
        .body("periods[0].periodEnd", equalTo("2025-06-30"))
        .body("periods[0].dueOn", equalTo("2025-07-20"))
        .body("periods[0].expected", equalTo(false))
        .body("periods[-1].periodEnd", equalTo("2028-03-31"))
        .body("periods[-1].expected", equalTo(true));
  }

  @Test
  void opening_is_told_to_the_world_with_the_full_state() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = Api.planOf(contract);

    Await.until(
        () ->
            assertTrue(
                TestTopics.readAll("monitoring.v1", plan).stream()
                    .anyMatch(
                        event ->
                            event.type().equals("monitoring-plan.opened.v1")
                                && event.data().toString().contains(contract.id.toString()))));
  }

  @Test
  void a_list_is_json_unless_csv_is_asked_for() {
    ContractEvent contract = ContractEvent.active().title("=SUM(A1)").send();
    Api.planOf(contract);

    Api.officer()
        .accept("text/csv")
        .get("/v1/monitoring-plans?contractId=" + contract.id)
        .then()
        .statusCode(200)
        .contentType(equalTo("text/csv;charset=UTF-8"))
        .body(startsWith("id,contractReference"), containsString(",'=SUM(A1),Elm Care Ltd"));
  }

  @Test
  void indicators_are_chosen_by_who_read_the_latest_version() {
    String plan = Api.planOf(ContractEvent.active().send());
    String path = PLANS + plan + "/indicators";

    Api.officer()
        .body(CHOICE)
        .put(path)
        .then()
        .spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    Api.officer()
        .header("If-Match", "\"1\"")
        .body(CHOICE)
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("indicators.code", equalTo(List.of("FEELING_SAFE", "MISSED_VISITS")))
        .body("indicators[0].target", equalTo(95));
    Api.officer()
        .header("If-Match", "\"1\"")
        .body(CHOICE)
        .put(path)
        .then()
        .spec(Problems.problem(412, "STALE_VERSION"));
    Api.officer().header("If-None-Match", "\"2\"").get(PLANS + plan).then().statusCode(304);
  }

  @Test
  void unknown_indicators_and_impossible_terms_are_refused_at_their_place() {
    String path = PLANS + Api.planOf(ContractEvent.active().send()) + "/indicators";

    Api.officer()
        .header("If-Match", "\"1\"")
        .body(
            "{\"indicators\": [{\"code\": \"NONSENSE\"}, {\"code\": \"FEELING_SAFE\", \"weight\":"
                + " 0}]}")
        .put(path)
        .then()
        .spec(Problems.violation(422, "INDICATORS_INVALID", "/indicators/0/code"))
        .body("violations.pointer", hasItem("/indicators/1/weight"));
    Api.officer()
        .header("If-Match", "\"1\"")
        .body("{\"indicators\": [{\"code\": \"FEELING_SAFE\", \"direction\": \"SIDEWAYS\"}]}")
        .put(path)
        .then()
        .statusCode(400);
  }

  @Test
  void each_caller_sees_only_what_is_theirs() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = Api.planOf(contract);
    String list = "/v1/monitoring-plans?contractId=" + contract.id;
    String stranger = Tokens.provider(ContractEvent.DEVON, UUID.randomUUID());

    given().get(PLANS + plan).then().spec(Problems.problem(401, "UNAUTHENTICATED"));
    Api.officer("E10000017").get(PLANS + plan).then().spec(Problems.problem(404, "NOT_FOUND"));
    Api.officer("E10000017").get(list).then().body("items.size()", equalTo(0));
    Api.provider(contract).get(PLANS + plan).then().statusCode(200);
    Api.provider(contract).get(list).then().body("items.size()", equalTo(1));
    Api.json(stranger).get(PLANS + plan).then().spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    Api.json(stranger).get(list).then().body("items.size()", equalTo(0));
    Api.json(stranger)
        .get("/v1/monitoring-plans?providerId=" + contract.provider())
        .then()
        .spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    Api.json(stranger)
        .get("/v1/monitoring-plans/changes")
        .then()
        .spec(Problems.problem(403, "OFFICERS_ONLY"));
    Api.provider(contract)
        .header("If-Match", "\"1\"")
        .body(CHOICE)
        .put(PLANS + plan + "/indicators")
        .then()
        .spec(Problems.problem(403, "FORBIDDEN"));
  }

  @Test
  void pages_follow_each_other_without_gap_or_repetition() {
    UUID provider = UUID.randomUUID();
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      opened.add(Api.planOf(ContractEvent.active().provider(provider).send()));
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      var page =
          Api.officer()
              .get("/v1/monitoring-plans?limit=2&providerId=" + provider + cursor)
              .then()
              .statusCode(200)
              .extract();
      seen.addAll(page.path("items.id"));
      String next = page.path("next");
      cursor = next == null ? null : "&cursor=" + next;
    } while (cursor != null);

    assertEquals(opened.stream().sorted().toList(), seen);
    Api.officer()
        .get("/v1/monitoring-plans?limit=0")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
    Api.officer()
        .get("/v1/monitoring-plans?cursor=rubbish")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
    Api.officer()
        .get("/v1/monitoring-plans?colour=blue")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
  }

  @Test
  void a_plan_follows_its_contract_and_closes_with_it() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = Api.planOf(contract);

    contract
        .version(2)
        .dates(LocalDate.of(2025, 4, 1), LocalDate.of(2029, 3, 31))
        .title("Home care, extended")
        .send();
    Await.until(
        () ->
            Api.officer()
                .get(PLANS + plan)
                .then()
                .body("contractTitle", equalTo("Home care, extended"))
                .body("periods[-1].periodEnd", equalTo("2029-03-31"))
                .body("version", equalTo(2)));

    contract.version(3).ending(LocalDate.of(2027, 1, 31)).send();
    Await.until(
        () ->
            Api.officer()
                .get(PLANS + plan)
                .then()
                .body("status", equalTo("OPEN"))
                .body("periods[-1].periodEnd", equalTo("2027-01-31")));

    contract.version(4).status("TERMINATED").send();
    Await.until(
        () ->
            Api.officer()
                .get(PLANS + plan)
                .then()
                .body("status", equalTo("CLOSED"))
                .body("closedReason", equalTo("TERMINATED"))
                .body("closedOn", notNullValue()));
  }

  @Test
  void the_change_feed_shows_every_version_in_order() {
    ContractEvent contract = ContractEvent.active().authority("E10000031").send();
    String plan = Api.planOf(contract);

    Await.until(
        () ->
            Api.officer("E10000031")
                .get("/v1/monitoring-plans/changes?limit=1000")
                .then()
                .statusCode(200)
                .body("changes.aggregateId", hasItem(plan))
                .body(
                    "changes.type",
                    hasItems("monitoring-plan.opened.v1", "contract-risk.assessed.v1"))
                .body("next", notNullValue()));
  }
}
