package uk.carecontracts.monitoring.alerts;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.LocationEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.monitoring.stage.ReturnBodies;
import uk.carecontracts.monitoring.stage.Views;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@OnStage
class AlertsResourceTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Inject AlertSchedule schedule;
  @Inject Views views;

  private static ValidatableResponse alerts(ContractEvent contract, AlertKind kind) {
    return Api.officer()
        .get("/v1/alerts?contractId=" + contract.id + "&kind=" + kind)
        .then()
        .statusCode(200);
  }

  private static void submit(ContractEvent contract, String body) {
    Api.provider(contract).body(body).post("/v1/returns").then().statusCode(201);
  }

  @Test
  void a_breach_is_one_alert_however_often_it_comes_and_goes_until_it_has_settled()
      throws SQLException {
    ContractEvent contract = ContractEvent.active().send();
    String plan = Api.twoIndicatorPlan(contract);
    submit(contract, ReturnBodies.submitted(plan, 1, 70, 100, "0.4"));
    String id =
        alerts(contract, AlertKind.BREACH)
            .body("items", hasSize(1))
            .body("items[0].severity", equalTo("SERIOUS"))
            .body("items[0].message", containsString("FEELING_SAFE: 70 misses the target of 92"))
            .extract()
            .path("items[0].id");
    Api.officer()
        .accept("text/csv")
        .get("/v1/alerts?contractId=" + contract.id)
        .then()
        .body(containsString(",contractReference,contractTitle,providerName,"))
        .body(containsString(",Home care in the north,Elm Care Ltd,"));
    Api.officer()
        .body("{\"note\": \"visit on Monday\"}")
        .post("/v1/alerts/" + id + "/acknowledge")
        .then()
        .spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    Api.officer()
        .header("If-Match", "*")
        .body("{\"note\": \"visit on Monday\"}")
        .post("/v1/alerts/" + id + "/acknowledge")
        .then()
        .statusCode(200)
        .body("status", equalTo("ACKNOWLEDGED"));

    submit(contract, ReturnBodies.submitted(plan, 2, 95, 100, "0.4"));
    submit(contract, ReturnBodies.submitted(plan, 3, 70, 100, "0.4"));
    schedule.look();

    alerts(contract, AlertKind.BREACH)
        .body("items", hasSize(1))
        .body("items[0].status", equalTo("ACKNOWLEDGED"))
        .body("items[0].occurrences", equalTo(2));
    assertEquals(4, views.journalled("alert", UUID.fromString(id)));

    submit(contract, ReturnBodies.submitted(plan, 4, 95, 100, "0.4"));
    aWeekPasses(id);
    schedule.look();
    alerts(contract, AlertKind.BREACH).body("items[0].status", equalTo("RESOLVED"));
    submit(contract, ReturnBodies.submitted(plan, 5, 70, 100, "0.4"));
    alerts(contract, AlertKind.BREACH).body("items", hasSize(2));
    Api.officer()
        .header("If-Match", "*")
        .body("{}")
        .post("/v1/alerts/" + id + "/acknowledge")
        .then()
        .spec(Problems.problem(409, "ALERT_STATUS"));
    alerts(contract, AlertKind.BREACH)
        .body("items.findAll { it.status == 'OPEN' }.clearedSince", contains(nullValue()));
    contract.version(2).status("TERMINATED").send();
    Await.until(
        () ->
            alerts(contract, AlertKind.BREACH)
                .body(
                    "items.findAll { it.status == 'OPEN' }.clearedSince",
                    contains(notNullValue())));
  }

  private static void aWeekPasses(String id) throws SQLException {
    try (Connection owner = Infrastructure.jdbc("monitoring");
        Statement update = owner.createStatement()) {
      update.executeUpdate(
          "update alert set cleared_since = now() - interval '8 days' where id = '" + id + "'");
    }
  }

  @Test
  void quality_that_fell_after_a_price_change_is_told_with_the_figures() {
    LocalDate start = TODAY.minusMonths(9).withDayOfMonth(1);
    ContractEvent contract = ContractEvent.active().dates(start, start.plusYears(2)).send();
    String plan = Api.twoIndicatorPlan(contract);
    contract.version(2).annual(300_000).send();
    Await.until(
        () ->
            Api.officer().get("/v1/scorecards/" + contract.id).then().body("markers", hasSize(1)));
    // the change is of today: two quarters before it, one that begins on its day or later
    int after = 0;
    while (!start.plusMonths(3L * after).isAfter(TODAY.minusDays(1))) {
      after++;
    }
    submit(contract, quarter(plan, start, 0, 95));
    submit(contract, quarter(plan, start, 1, 95));
    // periods that have not begun follow the risk tier: this one is as long as the plan says
    String period = "periods[" + after + "].";
    var planned = Api.officer().get("/v1/monitoring-plans/" + plan).then().extract().jsonPath();
    submit(
        contract,
        ReturnBodies.of(
            plan,
            planned.getString(period + "periodStart"),
            planned.getString(period + "periodEnd"),
            "60",
            "100",
            "0.4",
            true));

    alerts(contract, AlertKind.QUALITY_AFTER_CHANGE)
        .body("items", hasSize(1))
        .body("items[0].message", containsString("after the price changed"));
    Api.officer()
        .get("/v1/scorecards/" + contract.id + "/changes-of-terms")
        .then()
        .statusCode(200)
        .body("items[0].effect", equalTo("FELL"))
        .body("items[0].arithmetic", containsString("less mean of 2 before"));
  }

  private static String quarter(String plan, LocalDate start, int number, int safe) {
    return ReturnBodies.of(
        plan,
        start.plusMonths(3L * number).toString(),
        start.plusMonths(3L * (number + 1)).minusDays(1).toString(),
        "" + safe,
        "100",
        "0.4",
        true);
  }

  @Test
  void a_contract_near_its_end_a_lowered_rating_and_missed_visits_raise_alerts() {
    ContractEvent contract =
        ContractEvent.active().dates(TODAY.minusYears(2), TODAY.plusDays(50)).send();
    Api.planOf(contract);
    LocationEvent location =
        LocationEvent.of(contract.provider()).rating("Inadequate", "Good").send();
    Await.until(
        () ->
            Api.officer()
                .get("/v1/alerts?kind=RATING_FALL&providerId=" + contract.provider())
                .then()
                .body("items", hasSize(1))
                .body("items[0].severity", equalTo("SERIOUS"))
                .body("items[0].subject", equalTo(location.id.toString())));
    alerts(contract, AlertKind.EXPIRY).body("items[0].severity", equalTo("SERIOUS"));
    StringBuilder file =
        new StringBuilder(
            "visitId,contractReference,person,plannedStart,plannedMinutes,actualStart,actualEnd,status\n");
    for (int i = 0; i < 40; i++) {
      file.append(contract.id)
          .append(i)
          .append(",REF-")
          .append(contract.id.toString(), 0, 8)
          .append(",P1,2026-05-")
          .append(i < 18 ? "10" : "11")
          .append("T08:00:00Z,30,,,")
          .append(i < 2 ? "MISSED" : "FRUSTRATED")
          .append('\n');
    }
    file.append(contract.id)
        .append("-ahead,REF-")
        .append(contract.id.toString(), 0, 8)
        .append(",P1," + TODAY.plusYears(1) + "T08:00:00Z,30,,,CANCELLED\n");
    Api.officer()
        .contentType("text/plain")
        .body(file.toString())
        .post("/v1/visit-imports?format=VISITS_CSV")
        .then()
        .statusCode(202);
    Await.until(
        () ->
            alerts(contract, AlertKind.MISSED_VISITS)
                .body("items", hasSize(1))
                .body(
                    "items[0].message",
                    containsString("2 of 40 visits of 2026-05 were missed, 5 %")));

    contract.version(2).status("TERMINATED").send();
    for (AlertKind kind : List.of(AlertKind.MISSED_VISITS, AlertKind.EXPIRY)) {
      Await.until(() -> alerts(contract, kind).body("items[0].clearedSince", notNullValue()));
    }
  }

  @Test
  void an_overdue_return_is_an_alert_until_it_comes() throws SQLException {
    ContractEvent contract =
        ContractEvent.active().dates(TODAY.minusMonths(3), TODAY.plusMonths(20)).send();
    String plan = Api.twoIndicatorPlan(contract);
    try (Connection owner = Infrastructure.jdbc("monitoring");
        Statement update = owner.createStatement()) {
      update.executeUpdate(
          "update return_period set due_on = period_end where plan_id = '"
              + plan
              + "' and period_end < current_date");
    }
    Api.officer()
        .header("If-Match", "*")
        .body("{\"indicators\": [{\"code\": \"FEELING_SAFE\"}]}")
        .put("/v1/monitoring-plans/" + plan + "/indicators")
        .then()
        .statusCode(200);
    alerts(contract, AlertKind.MISSING_RETURN)
        .body("items", hasSize(1))
        .body("items[0].message", containsString("1 overdue return, the earliest was due on"));

    String start = TODAY.minusMonths(3).toString();
    String end = TODAY.minusMonths(3).plusMonths(3).minusDays(1).toString();
    submit(
        contract,
        "{\"planId\": \"%s\", \"periodStart\": \"%s\", \"periodEnd\": \"%s\", \"submit\": true, \"observations\": [{\"indicator\": \"FEELING_SAFE\", \"value\": 95}]}"
            .formatted(plan, start, end));

    alerts(contract, AlertKind.MISSING_RETURN).body("items[0].clearedSince", notNullValue());
  }

  @Test
  void actions_that_are_late_are_an_alert_until_they_are_done() throws SQLException {
    ContractEvent contract = ContractEvent.active().send();
    Api.planOf(contract);
    JsonPath plan = agreed(contract);
    schedule.look();
    alerts(contract, AlertKind.ACTION_PLAN_LATE).body("items", hasSize(0));
    LocalDate due = TODAY.minusDays(20);
    try (Connection owner = Infrastructure.jdbc("monitoring");
        Statement update = owner.createStatement()) {
      update.executeUpdate(
          "update action_plan set state = replace(state::text, '%s', '%s')::jsonb where id = '%s'"
              .formatted(TODAY, due, plan.getString("id")));
    }

    schedule.look();
    schedule.look();

    alerts(contract, AlertKind.ACTION_PLAN_LATE)
        .body("items", hasSize(1))
        .body("items[0].subject", equalTo(plan.getString("id")))
        .body("items[0].severity", equalTo("SERIOUS"))
        .body("items[0].occurrences", equalTo(1))
        .body(
            "items[0].message",
            containsString("1 action was not done in time, the earliest was due on " + due));
    Api.provider(contract)
        .header("If-Match", "*")
        .body("{\"evidence\": \"Training record of June\"}")
        .post(
            "/v1/action-plans/%s/actions/%s/done"
                .formatted(plan.getString("id"), plan.getString("actions[0].id")))
        .then()
        .statusCode(200);
    alerts(contract, AlertKind.ACTION_PLAN_LATE).body("items[0].clearedSince", notNullValue());
  }

  private static JsonPath agreed(ContractEvent contract) {
    Map<String, Object> action =
        Map.of(
            "shortfall", "Training",
            "action", "Train everyone",
            "owner", "Registered manager",
            "dueOn", TODAY.toString());
    return Api.officer()
        .body(Map.of("contractId", contract.id, "actions", List.of(action)))
        .post("/v1/action-plans")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  @Test
  void shortfalls_without_an_action_plan_in_time_are_an_alert_until_the_contract_has_ended()
      throws SQLException {
    String authority = "E10000033";
    ContractEvent contract = ContractEvent.active().authority(authority).send();
    Api.planOf(contract);
    UUID assessment = UUID.randomUUID();
    try (Connection owner = Infrastructure.jdbc("monitoring");
        Statement insert = owner.createStatement()) {
      insert.executeUpdate(
          """
          insert into assessment (id, authority, version, state) values ('%1$s', '%2$s', 1,
            '{"id": "%1$s", "authority": "%2$s", "contractId": "%3$s", "status": "PUBLISHED",
              "actionPlanBy": "%4$s"}')"""
              .formatted(assessment, authority, contract.id, TODAY.minusDays(1)));
    }

    schedule.look();

    String late = "/v1/alerts?kind=ACTION_PLAN_LATE";
    Api.officer(authority)
        .get(late)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].subject", equalTo(assessment.toString()))
        .body("items[0].severity", equalTo("WARNING"))
        .body("items[0].message", containsString("was to be agreed by " + TODAY.minusDays(1)));
    contract.version(2).status("TERMINATED").send();
    Await.until(
        () -> {
          schedule.look();
          Api.officer(authority).get(late).then().body("items[0].clearedSince", notNullValue());
        });
  }

  @Test
  void alerts_are_for_officers_and_markets_are_brought_together() {
    String authority = "E10000018";
    ContractEvent one = ContractEvent.active().authority(authority).annual(300_000).send();
    ContractEvent two = ContractEvent.active().authority(authority).annual(100_000).send();
    submit(one, ReturnBodies.submitted(Api.twoIndicatorPlan(one), 1, 95, 100, "0.4"));
    submit(two, ReturnBodies.submitted(Api.twoIndicatorPlan(two), 1, 50, 100, "9"));

    // (100 × 300,000 + 0 × 100,000) ÷ 400,000 = 75, amber because a part is red
    Api.officer(authority)
        .get("/v1/scorecards/market?serviceType=HOME_CARE")
        .then()
        .statusCode(200)
        .body("points", equalTo(75.00f))
        .body("rag", equalTo("AMBER"))
        .body("contracts", equalTo(2))
        .body("providers[0].rag", equalTo("RED"))
        .body("providers.contracts.flatten().contractId", hasItems(one.id.toString()));
    Api.provider(one).get("/v1/scorecards/market").then().body("contracts", equalTo(1));
    Api.provider(one).get("/v1/alerts").then().spec(Problems.problem(403, "OFFICERS_ONLY"));
    Api.officer(authority)
        .get("/v1/scorecards/" + one.id + "/kpi-ratings?year=2025")
        .then()
        .statusCode(200)
        .body("publication", equalTo("UNKNOWN"))
        .body("ratings.rating", hasItems("Other"));
    String first =
        Api.officer(authority)
            .get("/v1/returns?contractId=" + one.id)
            .then()
            .extract()
            .path("items[0].id");
    Api.officer(authority).post("/v1/returns/" + first + "/approve").then().statusCode(200);
    Api.officer(authority)
        .get("/v1/scorecards/" + one.id + "/kpi-ratings?year=2025")
        .then()
        .body("ratings.rating", hasItems("Good"))
        .body("ratings.classification", hasItems("met"));
  }
}
