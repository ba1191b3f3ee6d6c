package uk.carecontracts.contracts.schedules;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@ContractsInfrastructure
class PriceScheduleTest {
  private static final String SCALE =
      """
      {"validFrom":"%s","reason":"Award","terms":{"model":"SLIDING_SCALE","unit":"HOUR",
       "unitPrice":20.00,"bands":[{"ratePercent":100},{"upTo":15000,"ratePercent":95},
       {"ratePercent":90}],"fixedCost":60000,"variableUnitCost":14.00}}""";

  private static Response post(Response contract, String path, String body) {
    return Api.keeper().body(body).post("/v1/contracts/" + Api.id(contract) + path);
  }

  @Test
  void a_contract_is_quoted_and_stated_by_its_own_dated_schedules() {
    Response contract = Api.draft(Api.complete(Api.reference()));
    String path = "/v1/contracts/" + Api.id(contract);
    Api.keeper()
        .get(path + "/price-quote?volume=1")
        .then()
        .spec(Problems.problem(422, "NO_PRICE_SCHEDULE"));
    post(contract, "/price-schedules", SCALE.formatted("2026-04-01"))
        .then()
        .statusCode(201)
        .body("breakEvenVolume", equalTo(10000.00f), "version", equalTo(1));
    post(contract, "/price-schedules", SCALE.formatted("2026-04-01"))
        .then()
        .spec(Problems.problem(409, "SCHEDULE_EXISTS"));
    post(
            contract,
            "/price-schedules",
            "{\"validFrom\":\"2027-04-01\",\"reason\":\"Uplift\",\"terms\":{\"model\":\"UNIT_RATE\",\"unit\":\"HOUR\",\"unitPrice\":21.5}}")
        .then()
        .statusCode(201);
    Api.keeper()
        .get(path + "/price-quote?volume=18000&on=2026-04-01")
        .then()
        .body("total.amount", equalTo(349000.0f), "providerMargin.amount", equalTo(37000.0f));
    Api.keeper()
        .get(path + "/price-quote?volume=10&on=2027-04-02")
        .then()
        .body("total.amount", equalTo(215.0f), "model", equalTo("UNIT_RATE"));
    Api.keeper().get(path + "/price-schedules").then().body("items", hasSize(2));
    post(
            contract,
            "/price-statements",
            """
            {"from":"2026-04-01","to":"2027-04-30","paid":{"amount":349000.00,"currency":"GBP"},
             "delivered":[{"on":"2026-04-01","volume":9000},{"on":"2026-10-01","volume":9000},
             {"on":"2027-04-01","volume":100}]}""")
        .then()
        .statusCode(200)
        .body("due.amount", equalTo(351150.0f), "balance.amount", equalTo(2150.0f));
  }

  @Test
  void terms_out_of_their_model_are_refused_with_every_reason() {
    Response contract = Api.draft(Api.complete(Api.reference()));
    post(
            contract,
            "/price-schedules",
            "{\"validFrom\":\"2026-04-01\",\"reason\":\"r\",\"terms\":{\"model\":\"FIXED\",\"unitPrice\":1}}")
        .then()
        .spec(Problems.violation(422, "PRICE_TERMS_INVALID", "/terms/annualAmount"))
        .body("violations.pointer", hasItem("/terms/unitPrice"));
    post(contract, "/price-statements", "{\"from\":\"2026-04-01\",\"to\":\"2026-03-01\"}")
        .then()
        .spec(Problems.problem(422, "STATEMENT_INVALID"));
    post(
            contract,
            "/price-statements",
            "{\"from\":\"2026-04-01\",\"to\":\"2026-04-30\",\"paid\":{\"amount\":1,\"currency\":\"EUR\"}}")
        .then()
        .spec(Problems.violation(422, "STATEMENT_INVALID", "/paid/currency"));
    Api.keeper()
        .get("/v1/contracts/" + Api.id(contract) + "/price-quote?volume=1E999999999")
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "volume"));
    Api.as(Api.OTHER)
        .get("/v1/contracts/" + Api.id(contract) + "/price-schedules")
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
    Api.keeper()
        .get("/v1/contracts/" + Api.id(contract) + "/price-quote?volume=-1")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
  }
}
