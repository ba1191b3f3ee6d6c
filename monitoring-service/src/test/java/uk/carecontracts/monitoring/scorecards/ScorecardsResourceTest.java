package uk.carecontracts.monitoring.scorecards;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.LocationEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.monitoring.stage.ReturnBodies;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@OnStage
class ScorecardsResourceTest {

  private static String submit(ContractEvent contract, String body) {
    return Api.provider(contract)
        .body(body)
        .post("/v1/returns")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void a_scorecard_shows_colour_arithmetic_trend_and_what_is_provisional() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = Api.twoIndicatorPlan(contract);
    submit(contract, ReturnBodies.submitted(plan, 1, 84, 100, "1.8"));
    submit(contract, ReturnBodies.submitted(plan, 2, 88, 100, "1.2"));
    String last = submit(contract, ReturnBodies.submitted(plan, 3, 93, 100, "0.8"));
    String path = "/v1/scorecards/" + contract.id;

    // safety: 93 meets 92 → green 100; reliability: 0.8 misses 0.5 by 0.3 ≤ 0.5 → amber 50
    // contract: (100 × 2 + 50 × 1) ÷ 3 = 83.33 → green
    String etag =
        Api.officer()
            .get(path)
            .then()
            .statusCode(200)
            .body("rag", equalTo("GREEN"))
            .body("points", equalTo(83.33f))
            .body(
                "arithmetic",
                equalTo(
                    "(Safe and protected from harm 100 × 2 + Care that can be relied on 50 × 1)"
                        + " ÷ 3 = 83.33"))
            .body("provisional", equalTo(true))
            .body("periods.size()", equalTo(3))
            .body("periods[0].rag", equalTo("RED"))
            .body("outcomes[0].indicators[0].rating", equalTo("Good"))
            .body("outcomes[0].indicators[0].trend", equalTo("IMPROVING"))
            .body("outcomes[1].indicators[0].rating", equalTo("Approaching target"))
            .body(
                "outcomes[1].indicators[0].explanation",
                equalTo("0.8 misses the target of 0.5 by 0.3, within the tolerance of 0.5"))
            .body("outcomes[1].indicators[0].history.size()", equalTo(3))
            .extract()
            .header("ETag");
    Api.officer().header("If-None-Match", etag).get(path).then().statusCode(304);

    Api.officer().post("/v1/returns/" + last + "/approve").then().statusCode(200);
    Api.officer()
        .header("If-None-Match", etag)
        .get(path)
        .then()
        .statusCode(200)
        .body("provisional", equalTo(false));
    Api.officer()
        .get(path + "?asOf=2025-05-01")
        .then()
        .body("periodStart", equalTo("2025-04-01"))
        .body("rag", equalTo("RED"));
    Api.officer()
        .accept("text/csv")
        .get(path)
        .then()
        .statusCode(200)
        .body(containsString("FEELING_SAFE"), containsString("Approaching target"));
  }

  @Test
  void a_missing_value_is_treated_as_asked() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = Api.planOf(contract);
    Api.officer()
        .header("If-Match", "\"1\"")
        .body(
            """
            {"indicators": [
              {"code": "FEELING_SAFE", "target": 92, "tolerance": 4, "weight": 1},
              {"code": "MISSED_VISITS", "target": 0.5, "tolerance": 0.5, "weight": 1, "required": false}]}""")
        .put("/v1/monitoring-plans/" + plan + "/indicators")
        .then()
        .statusCode(200);
    submit(contract, ReturnBodies.submitted(plan, 1, 95, 100, "0.9"));
    submit(
        contract,
        """
        {"planId": "%s", "periodStart": "2025-07-01", "periodEnd": "2025-09-30", "submit": true,
         "observations": [{"indicator": "FEELING_SAFE", "value": 95}]}"""
            .formatted(plan));
    String path = "/v1/scorecards/" + contract.id + "?missingValues=";

    Api.officer().get(path + "EXCLUDED").then().body("points", equalTo(100.00f));
    Api.officer()
        .get(path + "WORST_CASE")
        .then()
        .body("points", equalTo(50.00f))
        .body("rag", equalTo("AMBER"));
    Api.officer()
        .get(path + "LAST_KNOWN")
        .then()
        .body("points", equalTo(75.00f))
        .body("outcomes[1].indicators[0].valueFrom", equalTo("2025-06-30"));
    Api.officer().get(path + "GUESS").then().spec(Problems.problem(400, "INVALID_REQUEST"));
  }

  @Test
  void a_contract_without_returns_is_grey_and_lists_filter_by_colour() {
    ContractEvent contract = ContractEvent.active().send();
    Api.planOf(contract);

    Api.officer()
        .get("/v1/scorecards/" + contract.id)
        .then()
        .body("rag", equalTo("GREY"))
        .body("points", nullValue());
    Api.officer()
        .get("/v1/scorecards?rag=GREY&providerId=" + contract.provider())
        .then()
        .body("items.contractId", hasItem(contract.id.toString()));
    Api.officer()
        .get("/v1/scorecards?rag=RED&providerId=" + contract.provider())
        .then()
        .body("items.size()", equalTo(0));
  }

  @Test
  void ratings_and_price_changes_stand_beside_the_figures() {
    ContractEvent contract = ContractEvent.active().send();
    Api.planOf(contract);
    LocationEvent.of(contract.provider()).rating("Good", "Outstanding").send();
    contract.version(2).annual(410_000).by("contract.corrected.v1").send();
    contract.version(3).annual(420_000).by("contract.varied.v1").send();

    Await.until(
        () ->
            Api.officer()
                .get("/v1/scorecards/" + contract.id)
                .then()
                .body("regulatorRatings[0].overall", equalTo("Good"))
                .body("markers", hasSize(1))
                .body("markers[0].kind", equalTo("PRICE"))
                .body("markers[0].description", containsString("Annual value from £410000")));
  }

  @Test
  void others_see_nothing() {
    ContractEvent contract = ContractEvent.active().send();
    Api.planOf(contract);
    String path = "/v1/scorecards/" + contract.id;

    Api.provider(contract).get(path).then().statusCode(200);
    Api.json(Tokens.provider(ContractEvent.DEVON, UUID.randomUUID()))
        .get(path)
        .then()
        .spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    Api.officer("E10000017").get(path).then().spec(Problems.problem(404, "NOT_FOUND"));
  }
}
