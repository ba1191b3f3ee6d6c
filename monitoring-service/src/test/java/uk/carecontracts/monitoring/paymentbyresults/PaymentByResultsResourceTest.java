package uk.carecontracts.monitoring.paymentbyresults;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@OnStage
class PaymentByResultsResourceTest {

  private static final String OUTCOMES =
      """
      {"annualFee": %s, "atRiskPercent": 20, "outcomes": [
        {"name": "A", "weightPercent": 60, "baseline": 45, "target": 60, "actual": 57, "method": "LINEAR"},
        {"name": "B", "weightPercent": %s, "baseline": 70, "target": 90, "actual": 93, "cap": 1, "method": "LINEAR"}]}""";

  private static ValidatableResponse quote(String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/payment-by-results/quotes")
        .then();
  }

  @Test
  void anyone_is_quoted_the_worked_example_with_its_steps() {
    quote(OUTCOMES.formatted("400000", "40"))
        .statusCode(200)
        .body("baseAmount.amount", equalTo(320000.00f))
        .body("outcomeAmount.amount", equalTo(70400.00f))
        .body("total.amount", equalTo(390400.00f))
        .body("total.currency", equalTo("GBP"))
        .body("steps.working", hasItem("(57 − 45) ÷ (60 − 45) = 0.8"));
  }

  @Test
  void money_may_be_given_with_its_currency() {
    quote(OUTCOMES.formatted("{\"amount\": 400000, \"currency\": \"GBP\"}", "40"))
        .statusCode(200)
        .body("total.amount", equalTo(390400.00f));
    quote(OUTCOMES.formatted("{\"amount\": 400000, \"currency\": \"EUR\"}", "40"))
        .spec(Problems.violation(400, "INVALID_REQUEST", "/annualFee"));
  }

  @Test
  void verified_people_are_paid_by_tariff_less_those_refuted_since() {
    quote("{\"tariff\": 2500, \"verified\": 42, \"cap\": 50, \"refutedEarlier\": 0}")
        .statusCode(200)
        .body("total.amount", equalTo(105000.00f));
    quote("{\"tariff\": 2500, \"verified\": 42, \"cap\": 50, \"refutedEarlier\": 3}")
        .statusCode(200)
        .body("clawback.amount", equalTo(-7500.00f))
        .body("total.amount", equalTo(97500.00f));
  }

  @Test
  void weights_that_do_not_total_100_are_a_rule_broken() {
    quote(OUTCOMES.formatted("400000", "30"))
        .spec(Problems.violation(422, "PAYMENT_TERMS_INVALID", "/outcomes"));
  }

  @Test
  void half_of_each_description_is_a_rule_broken() {
    quote("{\"tariff\": 2500, \"annualFee\": 1}").statusCode(422);
    quote("{\"tariff\": 2500}").spec(Problems.violation(422, "PAYMENT_TERMS_INVALID", "/verified"));
    quote("{}").statusCode(422);
  }

  @Test
  void what_cannot_be_read_is_400_at_its_place() {
    quote("{\"tariff\": \"many\"").statusCode(400);
    quote("{\"tariff\": 2500, \"verified\": 4, \"bonus\": 1}").statusCode(400);
    quote(OUTCOMES.formatted("400000", "40").replaceFirst("LINEAR", "CUBIC"))
        .spec(Problems.violation(400, "INVALID_REQUEST", "/outcomes/0/method"));
  }
}
