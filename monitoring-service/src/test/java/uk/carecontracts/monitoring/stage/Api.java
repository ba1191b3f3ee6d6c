package uk.carecontracts.monitoring.stage;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
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

  public static UUID anyone() {
    return UUID.randomUUID();
  }
}
