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

  /** Figures of a contract. */
  static final String FIGURES = "/v1/visits/figures?contractId=";

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
    return imported(caller, format, file, parameters, ContractEvent.DEVON);
  }

  /** Imports a file that is none and waits for its job; gives why it failed. */
  static String refused(String file) {
    return ended(Api.officer(), "VISITS_CSV", file, "", ContractEvent.DEVON, "FAILED")
        .getString("failure");
  }

  /** Imports a file of an authority's visits and waits for its job. */
  static JsonPath imported(
      RequestSpecification caller,
      String format,
      String file,
      String parameters,
      String authority) {
    return ended(caller, format, file, parameters, authority, "COMPLETED");
  }

  private static JsonPath ended(
      RequestSpecification caller,
      String format,
      String file,
      String parameters,
      String authority,
      String status) {
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
            Api.officer(authority)
                .get("/v1/visit-imports/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo(status)));
    return Api.officer(authority).get("/v1/visit-imports/" + id).jsonPath();
  }

  /** A contract that has arrived. */
  static ContractEvent known() {
    ContractEvent contract = ContractEvent.active().send();
    Api.planOf(contract);
    return contract;
  }

  /** A line of a file. */
  static String line(ContractEvent contract, String id, String rest) {
    return id + "-" + contract.id + "," + reference(contract) + "," + rest + "\n";
  }

  /** Two visits delivered, one missed and one cancelled, all in May 2026. */
  static String fourVisits(ContractEvent c) {
    return HEADER
        + line(
            c,
            "a",
            "P1,C1,2026-05-05T08:00:00Z,30,2026-05-05T08:10:00Z,2026-05-05T08:40:00Z,DELIVERED,true,")
        + line(
            c,
            "b",
            "P1,C2,2026-05-06T08:00:00Z,30,2026-05-06T08:20:00Z,2026-05-06T08:40:00Z,DELIVERED,false,")
        + line(c, "c", "P2,,2026-05-06T12:00:00Z,45,,,MISSED,,")
        + line(c, "d", "P2,,2026-05-07T12:00:00Z,45,,,CANCELLED,,");
  }
}
