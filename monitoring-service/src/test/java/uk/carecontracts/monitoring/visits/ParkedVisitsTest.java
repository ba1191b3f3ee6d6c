package uk.carecontracts.monitoring.visits;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.testkit.CloudEventRecord;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

/** Visits without a contract: they wait, are matched or discarded. */
@QuarkusTest
@OnStage
class ParkedVisitsTest {
  @Test
  void visits_wait_for_their_contract_and_are_matched_when_its_event_arrives() {
    ContractEvent contract = ContractEvent.active();
    String ndjson =
        """
        {"visitId": "n-%1$s", "contractReference": "%2$s", "person": "P1", "carers": ["C1", "C2"], "plannedStart": "2026-04-05T08:00:00+01:00", "plannedMinutes": 60, "actualStart": "2026-04-05 08:00", "actualEnd": "2026-04-05 09:00", "status": "DELIVERED", "more": 1}
        not json
        """
            .formatted(contract.id, VisitsHttp.reference(contract));

    JsonPath job = VisitsHttp.imported(Api.officer(), "VISITS_NDJSON", ndjson);

    assertEquals(1, job.getInt("rows.created"));
    assertEquals(1, job.getInt("rows.rejected"));
    String parked = "/v1/visits/parked?contractReference=" + VisitsHttp.reference(contract);
    Api.officer()
        .get(parked)
        .then()
        .body("items", hasSize(1))
        .body("items[0].reason", equalTo("CONTRACT_UNKNOWN"));

    contract.send();

    Await.until(() -> Api.officer().get(parked).then().body("items", hasSize(0)));
    Api.officer()
        .get("/v1/visits?contractId=" + contract.id)
        .then()
        .body("items", hasSize(1))
        .body("items[0].onTime", equalTo(true))
        .body("items[0].plannedStart", equalTo("2026-04-05T07:00:00Z"))
        .body("items[0].carers", equalTo(List.of("C1", "C2")));
  }

  @Test
  void parked_visits_are_discarded_with_a_reason_and_parked_again_when_they_come_again() {
    String gone = "GONE-" + UUID.randomUUID();
    String file =
        VisitsHttp.HEADER
            + "a%1$s,%1$s,P1,,2026-05-05T08:00:00Z,30,,,MISSED,,\n".formatted(gone)
            + "b%1$s,%1$s,P1,,2026-05-06T08:00:00Z,30,,,MISSED,,\n".formatted(gone);
    VisitsHttp.imported(Api.officer(), "VISITS_CSV", file);
    String parked = "/v1/visits/parked?contractReference=" + gone;
    String all = "{\"contractReference\": \"%s\", \"reason\": \"Typing error\"}".formatted(gone);
    discard(Api.officer("E10000034"), all).spec(Problems.problem(422, "NOTHING_PARKED"));
    discard(Api.officer(), "{\"reason\": \"Typing error\"}")
        .spec(Problems.problem(400, "INVALID_REQUEST"));
    discard(Api.json(Tokens.provider(ContractEvent.DEVON, UUID.randomUUID())), all).statusCode(403);

    discard(
            Api.officer(),
            "{\"visitIds\": [\"a%1$s\", \"never sent\"], \"reason\": \"Sent twice\"}"
                .formatted(gone))
        .statusCode(201)
        .body("visitIds", equalTo(List.of("a" + gone)));
    Api.officer().get(parked).then().body("items.visitId", equalTo(List.of("b" + gone)));
    String id =
        discard(Api.officer(), all)
            .statusCode(201)
            .body("visitIds", equalTo(List.of("b" + gone)))
            .body("contractReferences", equalTo(List.of(gone)))
            .body("reason", equalTo("Typing error"))
            .extract()
            .path("id");

    VisitsHttp.imported(Api.officer(), "VISITS_CSV", file);
    Api.officer().get(parked).then().body("items", hasSize(2));
    CloudEventRecord event =
        Await.some(
            () ->
                TestTopics.readAll("monitoring.v1").stream()
                    .filter(each -> each.type().equals("visit-discard.recorded.v1"))
                    .filter(each -> each.data().toString().contains(id))
                    .findFirst()
                    .orElse(null));
    assertTrue(event.data().toString().contains("Typing error"));
  }

  @Test
  void a_parked_visit_of_one_provider_never_replaces_another_ones_visit_of_the_same_id() {
    ContractEvent theirs = VisitsHttp.known();
    ContractEvent later = ContractEvent.active();
    VisitsHttp.imported(Api.provider(theirs), "VISITS_CSV", missed(theirs, "x-" + theirs.id));
    VisitsHttp.imported(Api.provider(later), "VISITS_CSV", missed(later, "x-" + theirs.id));
    VisitsHttp.imported(Api.provider(later), "VISITS_CSV", missed(later, "y-" + later.id));
    JsonPath stranger =
        VisitsHttp.imported(
            Api.json(Tokens.provider(ContractEvent.DEVON, UUID.randomUUID())),
            "VISITS_CSV",
            missed(later, "y-" + later.id));
    assertEquals(1, stranger.getInt("rows.rejected"));

    later.send();

    Await.until(
        () ->
            Api.officer()
                .get("/v1/visits?contractId=" + later.id)
                .then()
                .body("items.visitId", equalTo(List.of("y-" + later.id))));
    Api.officer()
        .get("/v1/visits?contractId=" + theirs.id)
        .then()
        .body("items.visitId", equalTo(List.of("x-" + theirs.id)));
  }

  private static String missed(ContractEvent contract, String id) {
    return VisitsHttp.HEADER
        + "%s,%s,P1,,2026-05-05T08:00:00Z,30,,,MISSED,,\n"
            .formatted(id, VisitsHttp.reference(contract));
  }

  private static ValidatableResponse discard(RequestSpecification caller, String body) {
    return caller.body(body).post("/v1/visits/parked/discards").then();
  }
}
