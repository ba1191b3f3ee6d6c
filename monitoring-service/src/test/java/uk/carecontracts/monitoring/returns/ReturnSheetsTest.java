package uk.carecontracts.monitoring.returns;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.monitoring.stage.ReturnBodies;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@OnStage
class ReturnSheetsTest {
  private static final String FIRST = "&periodStart=2025-04-01";

  private static RequestSpecification sheet(ContractEvent contract, String csv) {
    return RestAssured.given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("text/csv", ContentType.TEXT)))
        .auth()
        .oauth2(Tokens.provider(contract.authority(), contract.provider()))
        .contentType("text/csv")
        .body(csv);
  }

  @Test
  void a_template_is_filled_in_sent_corrected_and_handed_in() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = Api.twoIndicatorPlan(contract);
    Api.provider(contract)
        .accept("text/csv")
        .get("/v1/returns/template?planId=" + plan)
        .then()
        .statusCode(200)
        .body(containsString("FEELING_SAFE,"), containsString("MISSED_VISITS,"));

    sheet(
            contract,
            "indicator;value;numerator;denominator;note\nFEELING_SAFE;;90;100;asked by phone\n")
        .post("/v1/returns/uploads?planId=" + plan + FIRST)
        .then()
        .statusCode(201)
        .body("status", equalTo("DRAFT"))
        .body("observations[0].value", equalTo(90));
    sheet(
            contract,
            "indicator,value,numerator,denominator\nFEELING_SAFE,,93,100\nmissed_visits,0.4%,,\n")
        .post("/v1/returns/uploads?planId=" + plan + FIRST + "&submit=true")
        .then()
        .statusCode(200)
        .body("status", equalTo("SUBMITTED"))
        .body("observations[1].value", equalTo(0.4f));
    Api.provider(contract)
        .accept("text/csv")
        .get("/v1/returns/template?planId=" + plan + FIRST)
        .then()
        .body(containsString(",93,93,100,"));
    Api.provider(contract)
        .accept("text/csv")
        .get("/v1/returns/template?planId=" + plan + "&periodStart=2025-04-02")
        .then()
        .spec(Problems.violation(422, "PERIOD_NOT_IN_PLAN", "periodStart"))
        .body("detail", containsString("GET /v1/monitoring-plans/" + plan));
    sheet(contract, "indicator,value,numerator,denominator\nFEELING_SAFE,many,93,\n,1,,\n")
        .post("/v1/returns/uploads?planId=" + plan + "&periodStart=2025-07-01")
        .then()
        .spec(Problems.problem(422, "RETURN_FILE_INVALID"))
        .body("violations.pointer", hasItems("/rows/2/value", "/rows/3/indicator"));
    sheet(ContractEvent.active().provider(UUID.randomUUID()), "indicator,value\nFEELING_SAFE,1\n")
        .post("/v1/returns/uploads?planId=" + plan + FIRST)
        .then()
        .spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
  }

  @Test
  void an_outlier_is_flagged_shown_in_the_list_and_put_right_after_the_lock_with_its_reason() {
    ContractEvent contract = ContractEvent.active().send();
    String plan = Api.twoIndicatorPlan(contract);
    String last = "";
    int[] safe = {90, 92, 91, 93, 40};
    for (int quarter = 1; quarter <= safe.length; quarter++) {
      last =
          Api.provider(contract)
              .body(ReturnBodies.submitted(plan, quarter, safe[quarter - 1], 100, "0.4"))
              .post("/v1/returns")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
    }
    String path = "/v1/returns/" + last;

    Api.officer()
        .get(path)
        .then()
        .body("flags", hasSize(1))
        .body("flags[0].kind", equalTo("OUTLIER"))
        .body("flags[0].indicator", equalTo("FEELING_SAFE"))
        .body("flags[0].explanation", containsString("middle of 4 earlier values, 91.5"));
    Api.officer()
        .get("/v1/returns?flagged=true&planId=" + plan)
        .then()
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(last));
    String right =
        "{\"reason\": \"94 was typed as 40\", \"observations\": ["
            + "{\"indicator\": \"FEELING_SAFE\", \"numerator\": 94, \"denominator\": 100},"
            + "{\"indicator\": \"MISSED_VISITS\", \"value\": 0.4}]}";
    Api.officer()
        .header("If-Match", "*")
        .body(right)
        .post(path + "/correct-after-lock")
        .then()
        .spec(Problems.problem(409, "RETURN_NOT_LOCKED"));
    Api.officer().post(path + "/approve").then().statusCode(200);
    Api.provider(contract)
        .header("If-Match", "*")
        .body(right)
        .post(path + "/correct-after-lock")
        .then()
        .spec(Problems.problem(403, "FORBIDDEN"));
    Api.officer()
        .header("If-Match", "*")
        .body(right)
        .post(path + "/correct-after-lock")
        .then()
        .statusCode(200)
        .body("status", equalTo("APPROVED"))
        .body("flags", hasSize(0))
        .body("exceptions[0].reason", equalTo("94 was typed as 40"))
        .body("exceptions[0].changes[0].before", equalTo(40))
        .body("exceptions[0].changes[0].after", equalTo(94));
  }

  @Test
  void rules_across_values_refuse_or_flag() {
    String authority = "E10000016";
    ContractEvent contract = ContractEvent.active().authority(authority).send();
    String plan = Api.twoIndicatorPlan(contract);
    Api.officer(authority)
        .body(
            """
            {"code": "SAFE_BEFORE_MISSED", "leftIndicator": "MISSED_VISITS", "leftPart": "VALUE",
             "relation": "AT_MOST", "rightIndicator": "FEELING_SAFE", "rightPart": "VALUE",
             "severity": "ERROR", "message": "Nobody misses more than all.", "validFrom": "2025-01-01"}""")
        .post("/v1/returns/rules")
        .then()
        .statusCode(201);

    Api.officer(authority)
        .get("/v1/returns/rules")
        .then()
        .body("items.code", hasItems("SAFE_BEFORE_MISSED", "SAME_VISITS_PLANNED"));
    Api.provider(contract)
        .body(ReturnBodies.submitted(plan, 1, 1, 100, "5"))
        .post("/v1/returns")
        .then()
        .spec(Problems.problem(422, "RETURN_INVALID"))
        .body("violations.message", hasItem(containsString("Nobody misses more than all.")));
  }
}
