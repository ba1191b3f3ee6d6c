package uk.carecontracts.contracts.lengths;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@ContractsInfrastructure
class LengthAnalysisTest {
  private static final String FACTORS =
      """
      {"factors":[
       {"code":"PROVIDER_INVESTMENT","direction":"LONG","weightPercent":40,"strength":9,"evidence":"New building"},
       {"code":"CERTAINTY","direction":"LONG","weightPercent":20,"strength":7.5,"evidence":"Families asked for it"},
       {"code":"NEW_MODELS","direction":"SHORT","weightPercent":40,"strength":4,"evidence":"Pilot runs"}]}""";

  @Inject Clock clock;

  private String decision(String choice, String more) {
    return "{\"months\":60,\"extensionMonths\":24,\"choice\":\"%s\",\"decidedBy\":\"Director\",\"decidedOn\":\"%s\",\"reason\":\"Stability\"%s}"
        .formatted(choice, LocalDate.now(clock), more);
  }

  @Test
  void factors_are_weighed_and_the_decision_says_who_took_it_and_why_against_them() {
    Response contract = Api.draft(Api.complete(Api.reference()));
    String path = "/v1/contracts/" + Api.id(contract) + "/length-analyses";
    Api.keeper()
        .body(FACTORS.replace("\"weightPercent\":20", "\"weightPercent\":19"))
        .post(path)
        .then()
        .spec(Problems.problem(422, "LENGTH_NOT_WEIGHED", "99 %"));
    Api.keeper()
        .body(FACTORS.replace("\"LONG\"", "\"SHORT\""))
        .post(path)
        .then()
        .spec(Problems.violation(422, "LENGTH_NOT_WEIGHED", "/factors/0/direction"))
        .body("violations.message", hasItem(containsString("LONG contract")));
    Response recorded = Api.keeper().body(FACTORS).post(path);
    recorded
        .then()
        .statusCode(201)
        .body("balance.forLong", equalTo(5.10f), "balance.forShort", equalTo(1.60f))
        .body("balance.leansTo", equalTo("LONG"))
        .body(
            "balance.arithmetic[0]",
            equalTo("LONG: PROVIDER_INVESTMENT 40 % × 9 + CERTAINTY 20 % × 7.5 = 5.10"));
    recorded =
        Api.keeper()
            .header("If-Match", recorded.header("ETag"))
            .body(FACTORS.replace("New building", "New building and lifts"))
            .put(path + "/" + Api.id(recorded));
    recorded
        .then()
        .statusCode(200)
        .body("factors[0].evidence", equalTo("New building and lifts"), "version", equalTo(2));
    String decide = path + "/" + Api.id(recorded) + "/decision";
    Api.keeper()
        .header("If-Match", recorded.header("ETag"))
        .body(decision("SHORT", ""))
        .post(decide)
        .then()
        .spec(Problems.violation(422, "LENGTH_NOT_WEIGHED", "/againstBalanceBecause"));
    Response decided =
        Api.keeper()
            .header("If-Match", recorded.header("ETag"))
            .body(decision("SHORT", ",\"againstBalanceBecause\":\"Funding ends\""))
            .post(decide);
    decided.then().statusCode(200).body("decision.decidedBy", equalTo("Director"));
    Api.keeper()
        .header("If-Match", decided.header("ETag"))
        .body(FACTORS)
        .put(path + "/" + Api.id(recorded))
        .then()
        .spec(Problems.problem(422, "WRONG_STATUS"));
    Api.keeper().body(FACTORS).post(path).then().statusCode(201);
    Api.keeper()
        .get(path)
        .then()
        .body("items", hasSize(2), "items[0].status", equalTo("RECORDED"))
        .body("knownFactors.code", hasItems("FALLING_PRICES", "PROVIDER_INVESTMENT"));
    Api.keeper()
        .get("/v1/award-decisions/register?limit=5")
        .then()
        .body("items.decision", hasItem("CONTRACT_LENGTH_ANALYSIS_DECIDED"));
    Api.as(Api.OTHER).get(path).then().spec(Problems.problem(404, "NOT_FOUND"));
  }
}
