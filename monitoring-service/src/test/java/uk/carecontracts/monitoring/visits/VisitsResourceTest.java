package uk.carecontracts.monitoring.visits;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

@QuarkusTest
@OnStage
class VisitsResourceTest {
  private static final String FIGURES = "/v1/visits/figures?contractId=";

  private static ContractEvent known() {
    ContractEvent contract = ContractEvent.active().send();
    Api.planOf(contract);
    return contract;
  }

  private static String line(ContractEvent contract, String id, String rest) {
    return id + "-" + contract.id + "," + VisitsHttp.reference(contract) + "," + rest + "\n";
  }

  private static String fourVisits(ContractEvent c) {
    return VisitsHttp.HEADER
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

  @Test
  void a_file_becomes_visits_figures_and_one_event_for_the_month() {
    ContractEvent contract = known();

    JsonPath job = VisitsHttp.imported(Api.officer(), "VISITS_CSV", fourVisits(contract));

    assertEquals(4, job.getInt("rows.created"));
    // 1 of 2 on time; 1 missed of 3 not cancelled; 50 of 105 minutes; 20 of 30 is short of 80 %
    Api.officer()
        .get(FIGURES + contract.id)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].month", equalTo("2026-05"))
        .body("items[0].contractReference", equalTo(VisitsHttp.reference(contract)))
        .body("items[0].counts.planned", equalTo(4))
        .body("items[0].counts.delivered", equalTo(2))
        .body("items[0].counts.missed", equalTo(1))
        .body("items[0].counts.cancelled", equalTo(1))
        .body("items[0].onTimePercent", equalTo(50.00f))
        .body("items[0].missedPercent", equalTo(33.33f))
        .body("items[0].counts.minutesAgreed", equalTo(105))
        .body("items[0].minutesPercent", equalTo(47.62f))
        .body("items[0].shortPercent", equalTo(50.00f))
        .body("items[0].preferencePercent", equalTo(50.00f))
        .body("items[0].carersPerPersonMean", equalTo(2.00f));
    Api.officer()
        .accept("text/csv")
        .get(FIGURES + contract.id + "&groupBy=PROVIDER&groupBy=AREA")
        .then()
        .statusCode(200)
        .body(containsString(contract.provider() + ",North,,4,2,1"));
    List<CloudEventRecord> events =
        Await.some(
            () -> {
              List<CloudEventRecord> found = activity(contract);
              return found.isEmpty() ? null : found;
            });
    assertEquals(1, events.size());
    assertTrue(events.get(0).data().toString().contains("month=2026-05"));
  }

  private static List<CloudEventRecord> activity(ContractEvent contract) {
    return TestTopics.readAll("monitoring.v1").stream()
        .filter(event -> event.type().equals("contract-activity.recorded.v1"))
        .filter(event -> event.data().toString().contains(contract.id.toString()))
        .toList();
  }

  @Test
  void the_same_file_again_changes_nothing_and_a_late_correction_moves_the_figures() {
    ContractEvent contract = known();
    VisitsHttp.imported(Api.officer(), "VISITS_CSV", fourVisits(contract));

    JsonPath again = VisitsHttp.imported(Api.officer(), "VISITS_CSV", fourVisits(contract));
    JsonPath corrected =
        VisitsHttp.imported(
            Api.officer(),
            "VISITS_CSV",
            VisitsHttp.HEADER
                + line(
                    contract,
                    "c",
                    "P2,C9,2026-06-06T12:00:00Z,45,2026-06-06T12:00:00Z,2026-06-06T12:45:00Z,DELIVERED,,")
                + line(
                    contract, "a", "P1,C1,2026-05-05T08:00:00Z,30,,,MISSED,,2020-01-01T00:00:00Z"));

    assertEquals(4, again.getInt("rows.unchanged"));
    assertEquals(1, corrected.getInt("rows.updated"));
    assertEquals(1, corrected.getInt("rows.unchanged"), "recorded earlier than what is held");
    Api.officer()
        .get(FIGURES + contract.id)
        .then()
        .body("items.month", equalTo(List.of("2026-05", "2026-06")))
        .body("items[0].counts.missed", equalTo(0))
        .body("items[0].counts.planned", equalTo(3))
        .body("items[1].counts.delivered", equalTo(1));
    Api.json(Tokens.admin(ContractEvent.DEVON))
        .body("{\"from\": \"2026-05\", \"to\": \"2026-06\"}")
        .post("/v1/visits/recounts")
        .then()
        .statusCode(200)
        .body("differing", equalTo(0));
  }

  @Test
  void bad_rows_are_named_and_the_good_ones_kept_and_a_dry_run_keeps_nothing() {
    ContractEvent contract = known();
    String file =
        VisitsHttp.HEADER
            + line(contract, "a", "P1,C1,2026-05-05T08:00:00Z,30,,,DELIVERED,,")
            + line(contract, "b", "P1,C1,soon,30,,,MISSED,,")
            + line(contract, "c", "P1,C1,2026-05-05T08:00:00Z,30,,,MISSED,,")
            + "too,short\n";

    JsonPath tried = VisitsHttp.imported(Api.officer(), "VISITS_CSV", file, "&dryRun=true");
    Api.officer().get(FIGURES + contract.id).then().body("items", hasSize(0));
    JsonPath real = VisitsHttp.imported(Api.officer(), "VISITS_CSV", file);

    assertEquals(1, tried.getInt("rows.created"));
    assertEquals(1, real.getInt("rows.created"));
    assertEquals(3, real.getInt("rows.rejected"));
    Api.officer()
        .get("/v1/visit-imports/" + real.getString("id") + "/errors")
        .then()
        .body("items.row", equalTo(List.of(2, 3, 5)))
        .body("items[0].pointer", equalTo("actualStart"))
        .body("items[1].message", containsString("is not a time"));
    Api.officer()
        .contentType("text/plain")
        .body("id;what\n1;2\n")
        .post("/v1/visit-imports?format=VISITS_XML")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
  }

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

  private static ValidatableResponse discard(RequestSpecification caller, String body) {
    return caller.body(body).post("/v1/visits/parked/discards").then();
  }

  @Test
  void visits_come_over_kafka_alone_or_together_and_twice_without_harm() {
    ContractEvent contract = known();
    String reference = VisitsHttp.reference(contract);
    UUID id = UUID.randomUUID();
    Map<String, Object> visit =
        Map.of(
            "visitId",
            "k1-" + contract.id,
            "contractReference",
            reference,
            "person",
            "P1",
            "plannedStart",
            "2026-05-05T08:00:00Z",
            "plannedMinutes",
            30,
            "status",
            "MISSED");
    Map<String, Object> other = new HashMap<>(visit);
    other.put("visitId", "k2-" + contract.id);

    send("visit", id, 1, visit);
    send("visit", id, 1, visit);
    send("visit-batch", UUID.randomUUID(), 1, Map.of("visits", List.of(visit, other)));

    Await.until(
        () ->
            Api.officer()
                .get(FIGURES + contract.id)
                .then()
                .body("items[0].counts.missed", equalTo(2)));
  }

  private static void send(String kind, UUID id, int version, Map<String, Object> state) {
    TestTopics.send(
        "visits.v1",
        id.toString(),
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "source",
            "/call-monitoring",
            "type",
            kind + ".recorded.v1",
            "subject",
            id.toString(),
            "time",
            Instant.now().toString(),
            "aggregatetype",
            kind,
            "aggregateversion",
            String.valueOf(version),
            "authority",
            ContractEvent.DEVON),
        Map.of("state", state, "change", Map.of()));
  }

  @Test
  void terms_of_a_contract_judge_its_visits_anew() {
    ContractEvent contract = known();
    VisitsHttp.imported(Api.officer(), "VISITS_CSV", fourVisits(contract));
    String terms =
        """
        {"contractId": "%s", "validFrom": "2026-05-06", "minutesEarly": 30, "minutesLate": 30,
         "shortBelowPercent": 50, "source": "Schedule 2, clause 4"}\
        """
            .formatted(contract.id);

    Api.officer()
        .body(terms)
        .post("/v1/visits/terms")
        .then()
        .statusCode(201)
        .body("version", equalTo(1));

    Api.officer()
        .get(FIGURES + contract.id)
        .then()
        .body("items[0].onTimePercent", equalTo(100.00f))
        .body("items[0].counts.shortVisits", equalTo(0));
    Api.officer()
        .get("/v1/visits/terms?contractId=" + contract.id)
        .then()
        .body("items.source", hasItem("Schedule 2, clause 4"))
        .body("items.authority", hasItem("SHARED"));
    Api.officer()
        .body(terms.replace(contract.id.toString(), UUID.randomUUID().toString()))
        .post("/v1/visits/terms")
        .then()
        .spec(Problems.problem(422, "CONTRACT_UNKNOWN"));
    Api.officer()
        .body(terms.replaceFirst("\"contractId\": \"[^\"]+\",", ""))
        .post("/v1/visits/terms")
        .then()
        .spec(Problems.problem(422, "TERMS_IN_THE_PAST"));
  }

  @Test
  void lists_go_on_page_by_page_and_filter() {
    ContractEvent contract = known();
    VisitsHttp.imported(Api.officer(), "VISITS_CSV", fourVisits(contract));
    String list = "/v1/visits?limit=3&contractId=" + contract.id;

    String next = Api.officer().get(list).then().body("items", hasSize(3)).extract().path("next");
    Api.officer()
        .get(list + "&cursor=" + next)
        .then()
        .body("items", hasSize(1))
        .body("items[0].status", equalTo("CANCELLED"))
        .body("next", nullValue());
    Api.officer()
        .get("/v1/visits?onTime=false&month=2026-05&contractId=" + contract.id)
        .then()
        .body("items", hasSize(1))
        .body("items[0].shortVisit", equalTo(true));
    Api.officer().get("/v1/visits?month=May").then().spec(Problems.problem(400, "INVALID_REQUEST"));
  }

  @Test
  void a_provider_tells_and_sees_its_own_visits_only() {
    ContractEvent contract = known();
    ContractEvent foreign = known();
    JsonPath job =
        VisitsHttp.imported(
            Api.provider(contract),
            "VISITS_CSV",
            VisitsHttp.HEADER
                + line(contract, "p", "P1,,2026-05-05T08:00:00Z,30,,,MISSED,,")
                + line(foreign, "q", "P1,,2026-05-05T08:00:00Z,30,,,MISSED,,"));

    assertEquals(1, job.getInt("rows.created"));
    assertEquals(1, job.getInt("rows.rejected"));
    Api.provider(contract).get("/v1/visit-imports/" + job.getString("id")).then().statusCode(200);
    Api.provider(foreign)
        .get("/v1/visit-imports/" + job.getString("id"))
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
    Api.provider(contract).get("/v1/visits").then().body("items", hasSize(1));
    Api.provider(contract)
        .get("/v1/visits/figures?providerId=" + foreign.provider())
        .then()
        .spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    Api.provider(contract)
        .get("/v1/visit-imports")
        .then()
        .spec(Problems.problem(403, "OFFICERS_ONLY"));
    Api.officer("E10000017").get(FIGURES + contract.id).then().body("items", hasSize(0));
    Api.officer()
        .body("{\"from\": \"2026-05\", \"to\": \"2026-05\"}")
        .post("/v1/visits/recounts")
        .then()
        .spec(Problems.problem(403, "FORBIDDEN"));
  }
}
