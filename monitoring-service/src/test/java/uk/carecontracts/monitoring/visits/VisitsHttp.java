package uk.carecontracts.monitoring.visits;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;

/** Files of visits as they are sent, and the jobs they become. */
final class VisitsHttp {
  static final String HEADER =
      "visitId,contractReference,person,carers,plannedStart,plannedMinutes,actualStart,actualEnd,"
          + "status,preferenceMet,recordedAt\n";

  private VisitsHttp() {}

  static String reference(ContractEvent contract) {
    return "REF-" + contract.id.toString().substring(0, 8);
  }

  /** Imports a file and waits for its job. */
  static JsonPath imported(RequestSpecification caller, String format, String file) {
    return imported(caller, format, file, "");
  }

  static JsonPath imported(
      RequestSpecification caller, String format, String file, String parameters) {
    String id =
        caller
            .contentType(ContentType.TEXT)
            .body(file)
            .post("/v1/visit-imports?format=" + format + parameters)
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    Await.until(
        () ->
            Api.officer()
                .get("/v1/visit-imports/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("COMPLETED")));
    return Api.officer().get("/v1/visit-imports/" + id).jsonPath();
  }
}
