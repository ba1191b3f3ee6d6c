package uk.carecontracts.monitoring.visits;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.kit.time.Clocks;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.testkit.CloudEventRecord;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

/** Visits come in by file and by topic. */
@QuarkusTest
@OnStage
class VisitIntakeTest {
  @Test
  void a_file_becomes_visits_figures_and_one_event_for_the_month() {
    ContractEvent contract = VisitsHttp.known();

    JsonPath job =
        VisitsHttp.imported(Api.officer(), "VISITS_CSV", VisitsHttp.fourVisits(contract));

    assertEquals(4, job.getInt("rows.created"));
    // 1 of 2 on time; 1 missed of 3 not cancelled; 50 of 105 minutes; 20 of 30 is short of 80 %
    Api.officer()
        .get(VisitsHttp.FIGURES + contract.id)
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
        .get(VisitsHttp.FIGURES + contract.id + "&groupBy=PROVIDER&groupBy=AREA")
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
    ContractEvent contract = VisitsHttp.known();
    VisitsHttp.imported(Api.officer(), "VISITS_CSV", VisitsHttp.fourVisits(contract));

    JsonPath again =
        VisitsHttp.imported(Api.officer(), "VISITS_CSV", VisitsHttp.fourVisits(contract));
    JsonPath corrected =
        VisitsHttp.imported(
            Api.officer(),
            "VISITS_CSV",
            VisitsHttp.HEADER
                + VisitsHttp.line(
                    contract,
                    "c",
                    "P2,C9,2026-06-06T12:00:00Z,45,2026-06-06T12:00:00Z,2026-06-06T12:45:00Z,DELIVERED,,")
                + VisitsHttp.line(
                    contract, "a", "P1,C1,2026-05-05T08:00:00Z,30,,,MISSED,,2020-01-01T00:00:00Z"));

    assertEquals(4, again.getInt("rows.unchanged"));
    assertEquals(1, corrected.getInt("rows.updated"));
    assertEquals(1, corrected.getInt("rows.unchanged"), "recorded earlier than what is held");
    Api.officer()
        .get(VisitsHttp.FIGURES + contract.id)
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
    ContractEvent contract = VisitsHttp.known();
    LocalDate ahead = LocalDate.now(Clocks.LONDON).plusMonths(1);
    String file =
        VisitsHttp.HEADER
            + VisitsHttp.line(contract, "a", "P1,C1,2026-05-05T08:00:00Z,30,,,DELIVERED,,")
            + VisitsHttp.line(contract, "b", "P1,C1,soon,30,,,MISSED,,")
            + VisitsHttp.line(contract, "c", "P1,C1,2026-05-05T08:00:00Z,30,,,MISSED,,")
            + "too,short\n"
            + VisitsHttp.line(contract, "d", "P1,C1,%sT08:00:00Z,30,,,MISSED,,".formatted(ahead))
            + VisitsHttp.line(contract, "e", "P1,,%sT08:00:00Z,30,,,CANCELLED,,".formatted(ahead));

    JsonPath tried = VisitsHttp.imported(Api.officer(), "VISITS_CSV", file, "&dryRun=true");
    Api.officer().get(VisitsHttp.FIGURES + contract.id).then().body("items", hasSize(0));
    JsonPath real = VisitsHttp.imported(Api.officer(), "VISITS_CSV", file);

    assertEquals(2, tried.getInt("rows.created"));
    assertEquals(2, real.getInt("rows.created"));
    assertEquals(4, real.getInt("rows.rejected"));
    Api.officer()
        .get("/v1/visit-imports/" + real.getString("id") + "/errors")
        .then()
        .body("items.row", equalTo(List.of(2, 3, 5, 6)))
        .body("items[0].pointer", equalTo("actualStart"))
        .body("items[1].message", containsString("is not a time"))
        .body("items[3].pointer", equalTo("plannedStart"));
    String open = "P1,,2026-05-05T08:00:00Z,30,,,MISSED,,";
    String refused = VisitsHttp.refused(VisitsHttp.HEADER + VisitsHttp.line(contract, "\"f", open));
    assertTrue(refused.contains("in line 2 and is not closed"), refused);
    Api.officer()
        .contentType("text/plain")
        .body("id;what\n1;2\n")
        .post("/v1/visit-imports?format=VISITS_XML")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
  }

  @Test
  void visits_come_over_kafka_alone_or_together_and_twice_without_harm() {
    ContractEvent contract = VisitsHttp.known();
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
                .get(VisitsHttp.FIGURES + contract.id)
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
}
