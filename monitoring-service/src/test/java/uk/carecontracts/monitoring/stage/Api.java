package uk.carecontracts.monitoring.stage;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import uk.carecontracts.testkit.Tokens;

/** Requests as the different callers make them. */
public final class Api {
  private Api() {}

  /** An officer of Devon. */
  public static RequestSpecification officer() {
    return officer(ContractEvent.DEVON);
  }

  public static RequestSpecification officer(String authority) {
    return json(Tokens.monitoring(authority));
  }

  public static RequestSpecification provider(ContractEvent contract) {
    return json(Tokens.provider(contract.authority(), contract.provider()));
  }

  public static RequestSpecification json(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  /** The plan of a contract, once its event has arrived. */
  public static String planOf(ContractEvent contract) {
    return Await.some(
        () ->
            officer(contract.authority())
                .get("/v1/monitoring-plans?contractId=" + contract.id)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id"));
  }

  /** The plan of a contract, narrowed to two indicators that tests can foresee. */
  public static String twoIndicatorPlan(ContractEvent contract) {
    String plan = planOf(contract);
    officer(contract.authority())
        .header("If-Match", "*")
        .body(
            """
            {"indicators": [
              {"code": "FEELING_SAFE", "baseline": 80, "target": 92, "tolerance": 4, "weight": 2},
              {"code": "MISSED_VISITS", "baseline": 2, "target": 0.5, "tolerance": 0.5, "weight": 1}]}""")
        .put("/v1/monitoring-plans/" + plan + "/indicators")
        .then()
        .statusCode(200);
    return plan;
  }
}
