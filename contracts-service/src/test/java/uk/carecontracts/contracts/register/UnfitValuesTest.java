package uk.carecontracts.contracts.register;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;

/** What no column holds is refused with what is to be mended, and is no failure of the service. */
@QuarkusTest
@ContractsInfrastructure
class UnfitValuesTest {
  private static final String TOO_MUCH = "12345678901234567890.00";

  @Test
  void a_value_beyond_what_is_held_is_the_callers_to_mend() {
    Api.keeper()
        .body(Api.complete(Api.reference()).replace("300000.00", TOO_MUCH))
        .post("/v1/contracts")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST", "it must be below 10^16"));
    Response contract = Api.active("Alder Ltd");
    Api.correct(
            contract,
            "{\"values\":{\"total\":{\"amount\":%s,\"currency\":\"GBP\"}}}".formatted(TOO_MUCH))
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST", "it must be below 10^16"));
  }

  @Test
  void a_text_with_a_nul_is_the_callers_to_mend_wherever_it_stands() {
    Api.keeper()
        .body(Api.complete(Api.reference()).replace("Support at home", "Support\\u0000at home"))
        .post("/v1/contracts")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST", "NUL"));
    Api.keeper()
        .body(Api.complete(Api.reference() + "\\u0000"))
        .post("/v1/contracts")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST", "NUL"));
  }
}
