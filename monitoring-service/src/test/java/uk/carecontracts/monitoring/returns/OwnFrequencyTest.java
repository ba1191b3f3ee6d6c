package uk.carecontracts.monitoring.returns;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.monitoring.stage.ReturnBodies;
import uk.carecontracts.testkit.Problems;

/** A plan that asks for FEELING_SAFE each quarter and for MISSED_VISITS once a year. */
@QuarkusTest
@OnStage
class OwnFrequencyTest {
  private static final String PLANS = "/v1/monitoring-plans/";

  private static String plan(ContractEvent contract) {
    String plan = Api.planOf(contract);
    Api.officer()
        .header("If-Match", "*")
        .body(
            """
            {"indicators": [{"code": "FEELING_SAFE", "frequency": "QUARTERLY"},
              {"code": "MISSED_VISITS", "frequency": "YEARLY", "target": 0.5, "tolerance": 0.5}]}""")
        .put(PLANS + plan + "/indicators")
        .then()
        .statusCode(200)
        .body("indicators.frequency", contains("QUARTERLY", "YEARLY"));
    return plan;
  }

  private static void submit(ContractEvent contract, String plan, int quarter) {
    String body =
        ReturnBodies.submitted(plan, quarter, 95, 100, "0.2")
            .replaceFirst(",\\s*\\{\"indicator\": \"MISSED_VISITS\", \"value\": 0.2}", "");
    Api.provider(contract).body(body).post("/v1/returns").then().statusCode(201);
  }

  @Test
  void the_plan_says_which_return_asks_what_about_which_days_and_why() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = plan(contract);

    Api.provider(contract)
        .get(PLANS + plan)
        .then()
        .body("periods[0].asks.indicators", contains(contains("FEELING_SAFE")))
        .body("periods[0].asks[0].from", equalTo("2025-04-01"))
        .body("periods[0].asks[0].why", containsString("every 3 months by its own frequency"))
        .body("periods[3].periodStart", equalTo("2026-01-01"))
        .body("periods[3].asks.from", contains("2025-04-01", "2026-01-01"))
        .body("periods[3].asks[0].indicators", contains("MISSED_VISITS"))
        .body("periods[3].asks[0].everyMonths", equalTo(12));
    Api.officer()
        .get("/v1/indicators?limit=500")
        .then()
        .body("items.find { it.code == 'ADMISSIONS_65_OVER' }.frequency", equalTo("YEARLY"))
        .body("items.find { it.code == 'FEELING_SAFE' }.frequency", equalTo("BY_TIER"));
  }

  @Test
  void a_return_holds_what_it_asks_no_less_and_no_more() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = plan(contract);

    Api.provider(contract)
        .body(ReturnBodies.submitted(plan, 1, 95, 100, "0.2"))
        .post("/v1/returns")
        .then()
        .spec(Problems.violation(422, "RETURN_INVALID", "/observations/1/indicator"))
        .body("violations.message", hasItem(containsString("the period that ends on 2026-03-31")));
    Api.provider(contract)
        .accept("text/csv")
        .get("/v1/returns/template?planId=" + plan + "&periodStart=2025-04-01")
        .then()
        .body(containsString("FEELING_SAFE,"), not(containsString("MISSED_VISITS")));
    submit(contract, plan, 1);
    Api.provider(contract)
        .body(
            ReturnBodies.submitted(plan, 4, 95, 100, "0.2")
                .replace("\"MISSED_VISITS\", \"value\": 0.2", "\"MISSED_VISITS\", \"value\": null"))
        .post("/v1/returns")
        .then()
        .spec(Problems.violation(422, "RETURN_INVALID", "/observations"));
    Api.officer()
        .get("/v1/data-quality/contracts/" + contract.id + "/returns")
        .then()
        .statusCode(200)
        .body("items.find { it.periodStart == '2025-04-01' }.asked", equalTo(1))
        .body("items.find { it.periodStart == '2025-04-01' }.completeness", equalTo(100.00f));
  }

  @Test
  void a_scorecard_holds_on_to_the_years_answer_and_blames_nobody_before_it_is_due() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = plan(contract);
    submit(contract, plan, 1);
    String card = "/v1/scorecards/" + contract.id + "?missingValues=WORST_CASE";

    Api.officer()
        .get(card)
        .then()
        .body("periodStart", equalTo("2025-04-01"))
        .body("rag", equalTo("GREEN"));
    Api.provider(contract)
        .body(ReturnBodies.submitted(plan, 4, 95, 100, "0.2"))
        .post("/v1/returns")
        .then()
        .statusCode(201);
    submit(contract, plan, 5);
    String missed = "outcomes.indicators.flatten().find { it.code == 'MISSED_VISITS' }.";
    Api.officer()
        .get(card)
        .then()
        .body("periodStart", equalTo("2026-04-01"))
        .body("rag", equalTo("GREEN"))
        .body(missed + "value", equalTo(0.2f))
        .body(missed + "valueFrom", equalTo("2026-03-31"))
        .body(missed + "history[0].periodStart", equalTo("2025-04-01"));
    Api.officer()
        .get("/v1/scorecards/" + contract.id + "/kpi-ratings?year=2025")
        .then()
        .body("ratings.find { it.indicator == 'MISSED_VISITS' }.value", nullValue());
  }

  @Test
  void a_frequency_that_does_not_exist_is_refused() {
    Api.officer()
        .header("If-Match", "*")
        .body("{\"indicators\": [{\"code\": \"FEELING_SAFE\", \"frequency\": \"WEEKLY\"}]}")
        .put(PLANS + Api.planOf(ContractEvent.active().send()) + "/indicators")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
  }
}
