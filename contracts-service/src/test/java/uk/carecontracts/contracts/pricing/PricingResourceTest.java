package uk.carecontracts.contracts.pricing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@ContractsInfrastructure
class PricingResourceTest {
  private static final String BANDS =
      "[{\"upTo\":10000,\"ratePercent\":100},{\"upTo\":15000,\"ratePercent\":95},"
          + "{\"ratePercent\":90}]";

  private static ValidatableResponse post(String path, String body) {
    return given().contentType("application/json").body(body).post("/v1/pricing/" + path).then();
  }

  @Test
  void the_worked_sliding_scale_is_answered_without_a_token() {
    post(
            "sliding-scale-quotes",
            "{\"agreedUnitPrice\":20.00,\"volume\":18000,\"mode\":\"MARGINAL\",\"bands\":"
                + BANDS
                + ",\"fixedCost\":60000,\"variableUnitCost\":{\"amount\":14.00,\"currency\":\"GBP\"}}")
        .statusCode(200)
        .body(containsString("\"total\":{\"amount\":349000.00,\"currency\":\"GBP\"}"))
        .body(containsString("\"saving\":{\"amount\":11000.00,\"currency\":\"GBP\"}"))
        .body("savingPercent", equalTo(3.06f))
        .body("effectiveUnitPrice.amount", equalTo(19.39f))
        .body("breakEvenVolume", equalTo(10000))
        .body("providerMargin.amount", equalTo(37000.00f))
        .body("steps", hasSize(3), "cliffs", hasSize(0));
  }

  @Test
  void a_whole_volume_scale_names_its_cliffs() {
    post(
            "sliding-scale-quotes",
            "{\"agreedUnitPrice\":20,\"volume\":18000,\"mode\":\"WHOLE_VOLUME\",\"bands\":"
                + BANDS
                + "}")
        .statusCode(200)
        .body("total.amount", equalTo(324000.00f), "cliffs", hasSize(2))
        .body("warnings[0]", containsString("10000.00"));
  }

  @Test
  void costs_that_give_no_break_even_are_pointed_out() {
    String scale =
        "{\"agreedUnitPrice\":20,\"volume\":0,\"bands\":" + BANDS + ",\"fixedCost\":60000";
    post("sliding-scale-quotes", scale + "}")
        .statusCode(200)
        .body("warnings[0]", containsString("variableUnitCost"), "breakEvenVolume", nullValue());
    post("sliding-scale-quotes", scale + ",\"variableUnitCost\":20.00}")
        .statusCode(200)
        .body("warnings[0]", containsString("no volume breaks even"))
        .body("providerMargin.amount", equalTo(-60000.00f));
  }

  @Test
  void the_worked_uplift_is_answered() {
    post(
            "uplift-quotes",
            "{\"components\":[{\"index\":\"CPI\",\"movementPercent\":3,\"weightPercent\":40},"
                + "{\"index\":\"NLW\",\"movementPercent\":10.1,\"weightPercent\":60}],"
                + "\"annualValue\":100000.00}")
        .statusCode(200)
        .body("upliftPercent", equalTo(7.26f))
        .body(containsString("\"newAnnualValue\":{\"amount\":107260.00,\"currency\":\"GBP\"}"));
  }

  @Test
  void wrong_requests_are_400_with_pointers_and_broken_rules_422() {
    post("sliding-scale-quotes", "{\"volume\":-1,\"bands\":" + BANDS + "}")
        .spec(Problems.violation(400, "INVALID_REQUEST", "/agreedUnitPrice"))
        .body("violations.pointer", hasItem("/volume"));
    post(
            "sliding-scale-quotes",
            "{\"agreedUnitPrice\":20,\"volume\":1,\"bands\":[{\"upTo\":9,\"ratePercent\":90}]}")
        .spec(Problems.violation(422, "LAST_BAND_CLOSED", "/bands/0/upTo"));
    post(
            "sliding-scale-quotes",
            "{\"agreedUnitPrice\":\"twenty\",\"volume\":1,\"bands\":" + BANDS + "}")
        .spec(Problems.violation(400, "INVALID_REQUEST", "/agreedUnitPrice"));
    post(
            "uplift-quotes",
            "{\"components\":[{\"index\":\"CPI\",\"movementPercent\":3,\"weightPercent\":90}]}")
        .spec(Problems.violation(422, "WEIGHTS_NOT_100", "/components"));
    post("uplift-quotes", "{\"components\":[],\"surprise\":1}")
        .spec(Problems.violation(400, "INVALID_REQUEST", "/surprise"));
  }
}
