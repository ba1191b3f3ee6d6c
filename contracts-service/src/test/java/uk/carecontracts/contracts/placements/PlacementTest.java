package uk.carecontracts.contracts.placements;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.contracts.ProviderEvents;
import uk.carecontracts.testkit.CloudEventRecord;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@ContractsInfrastructure
class PlacementTest extends PlacementCalls {
  @Inject PlacementClock placementClock;

  @Test
  void one_that_ended_before_its_latest_terms_never_had_them() {
    LocalDate start = today.minusDays(40);
    Response started = started("912.50", start, "");
    Response raised =
        step(
            started,
            "change",
            "{\"from\":\"%s\",\"reason\":\"Uplift\",\"weeklyPrice\":{\"amount\":949.00,\"currency\":\"GBP\"}}"
                .formatted(today.minusDays(10)));
    String end = "{\"date\":\"%s\",\"reason\":\"Moved away\"}";
    step(raised, "end", end.formatted(start.minusDays(1)))
        .then()
        .spec(Problems.violation(422, "ENDS_BEFORE_START", "/date"));
    Response ended = step(raised, "end", end.formatted(today.minusDays(20)));
    ended
        .then()
        .statusCode(200)
        .body("status", equalTo("ENDED"), "terms", hasSize(1))
        .body("weeklyPrice.amount", equalTo(912.50f));
    Api.keeper()
        .get("/v1/placements/prices?area=" + area + "&asOf=" + today.minusDays(5))
        .then()
        .body("groups", hasSize(0));
    Response corrected = step(ended, "end", end.formatted(today.minusDays(21)));
    corrected.then().statusCode(200).body("endDate", equalTo(today.minusDays(21).toString()));
    step(corrected, "end", end.formatted(today.plusDays(9)))
        .then()
        .statusCode(200)
        .body("status", equalTo("ACTIVE"), "version", equalTo(5));
    post(body("1000000", start, ""))
        .then()
        .spec(Problems.violation(422, "PLACEMENT_INVALID", "/weeklyPrice"));
  }

  @Test
  void all_packages_of_a_person_and_those_that_end_soon_are_found() {
    String ends = ",\"endDate\":\"" + today.plusDays(20) + "\"";
    Response soon = started("700.00", today.minusDays(3), ends);
    Response open = started("800.00", today.minusDays(9), "");
    String list = "/v1/placements?area=" + area;
    Api.keeper()
        .get(list + "&personReference=" + open.jsonPath().getString("personReference"))
        .then()
        .body("items.id", equalTo(List.of(Api.id(open))));
    Api.keeper()
        .get(list + "&endFrom=" + today + "&endTo=" + today.plusDays(20))
        .then()
        .body("items.id", equalTo(List.of(Api.id(soon))));
    Api.keeper()
        .get(list + "&startFrom=" + today.minusDays(9) + "&startTo=" + today.minusDays(4))
        .then()
        .body("items.id", equalTo(List.of(Api.id(open))));
  }

  @Test
  void a_placement_starts_changes_its_price_and_ends_and_tells_each() throws Exception {
    LocalDate start = today.minusDays(40);
    Response started = started("912.50", start, "");
    String id = Api.id(started);
    started.then().header("ETag", "\"1\"").body("status", equalTo("ACTIVE"));
    String uplift =
        "{\"from\":\"%s\",\"reason\":\"Uplift\",\"weeklyPrice\":{\"amount\":949.00,\"currency\":\"GBP\"}}";
    Response changed = step(started, "change", uplift.formatted(today.minusDays(10)));
    changed
        .then()
        .statusCode(200)
        .body("weeklyPrice.amount", equalTo(949.00f), "terms", hasSize(2), "version", equalTo(2));
    step(started, "change", uplift.formatted(today))
        .then()
        .spec(Problems.problem(412, "STALE_VERSION"));
    step(changed, "change", uplift.formatted(start))
        .then()
        .spec(Problems.violation(422, "TERMS_OUT_OF_ORDER", "/from"));
    step(changed, "change", uplift.formatted(today.plusDays(1)))
        .then()
        .spec(Problems.violation(422, "TERMS_IN_FUTURE", "/from"));
    Api.keeper()
        .body(uplift.formatted(today))
        .post("/v1/placements/" + id + "/change")
        .then()
        .spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    Response planned =
        step(changed, "end", "{\"date\":\"" + today.plusDays(9) + "\",\"reason\":\"Going home\"}");
    planned.then().statusCode(200).body("status", equalTo("ACTIVE"));
    Response ended = step(planned, "end", "{\"date\":\"" + today + "\",\"reason\":\"Went home\"}");
    ended
        .then()
        .statusCode(200)
        .body("status", equalTo("ENDED"), "endReason", equalTo("Went home"));
    step(ended, "change", uplift.formatted(today))
        .then()
        .spec(Problems.problem(422, "PLACEMENT_ENDED"));
    Api.keeper()
        .get("/v1/placements/" + id + "/history")
        .then()
        .body("items", hasSize(4), "items[0].change.reason", equalTo("Went home"));
    Api.keeper()
        .header("If-None-Match", "\"4\"")
        .get("/v1/placements/" + id)
        .then()
        .statusCode(304);
    Api.as(Api.OTHER).get("/v1/placements/" + id).then().spec(Problems.problem(404, "NOT_FOUND"));
    await().until(() -> TestTopics.readAll("contracts.v1", id).size() == 4);
    List<CloudEventRecord> events = TestTopics.readAll("contracts.v1", id);
    assertEquals(
        List.of(
            "placement.started.v1",
            "placement.changed.v1",
            "placement.changed.v1",
            "placement.ended.v1"),
        events.stream().map(event -> event.attributes().get("type")).toList());
  }

  @Test
  void the_same_key_starts_one_placement_only() {
    String body = body("800", today, "");
    String key = UUID.randomUUID().toString();
    List<String> ids =
        Stream.of(1, 2)
            .map(i -> Api.keeper().header("Idempotency-Key", key).body(body).post("/v1/placements"))
            .map(Api::id)
            .distinct()
            .toList();
    assertEquals(1, ids.size());
    Api.keeper().get("/v1/placements?area=" + area).then().body("items", hasSize(1));
  }

  @Test
  void what_a_placement_may_not_be_is_refused_with_reasons() {
    post(body("800", today, "").replaceFirst("P-[^\"]+", "943 476 5919"))
        .then()
        .spec(Problems.violation(422, "PERSON_REFERENCE_NOT_PSEUDONYMOUS", "/personReference"));
    post(body("800", today, ",\"endDate\":\"" + today.minusDays(1) + "\""))
        .then()
        .spec(Problems.violation(422, "PLACEMENT_INVALID", "/endDate"));
    post(body("-1", today, ""))
        .then()
        .spec(Problems.violation(422, "PLACEMENT_INVALID", "/weeklyPrice"));
    post(body("800", today, "").replace("\"SPOT\"", "\"BLOCK\""))
        .then()
        .spec(Problems.violation(422, "BLOCK_NEEDS_CONTRACT", "/contractId"));
    post(body("800", today, "").replace("\"area\":\"" + area + "\",", ""))
        .then()
        .spec(Problems.violation(422, "PLACEMENT_INCOMPLETE", "/area"));
    post(body("800", today, ",\"colour\":1")).then().spec(Problems.problem(400, "INVALID_REQUEST"));
    Api.keeper().get("/v1/placements?aera=x").then().spec(Problems.problem(400, "INVALID_REQUEST"));
  }

  @Test
  void a_placement_is_made_under_an_active_contract_by_a_supplier_of_it() {
    Response contract = activeContract("Alder Ltd");
    String under = ",\"contractId\":\"" + Api.id(contract) + "\"";
    Response block = post(body("800", today, under).replace("\"SPOT\"", "\"BLOCK\""));
    block.then().statusCode(201).body("contractId", equalTo(Api.id(contract)));
    post(body("800", today, under).replace("Alder Ltd", "Birch CIC"))
        .then()
        .spec(Problems.violation(422, "PROVIDER_NOT_IN_CONTRACT", "/provider"));
    post(body("800", today.minusYears(2), under))
        .then()
        .spec(Problems.violation(422, "OUTSIDE_TERM", "/startDate"));
    Response draft = Api.draft(Api.complete(Api.reference()));
    post(body("800", today, ",\"contractId\":\"" + Api.id(draft) + "\""))
        .then()
        .spec(Problems.violation(422, "CONTRACT_NOT_ACTIVE", "/contractId"));
    Api.as(Api.OTHER)
        .body(body("800", today, under))
        .post("/v1/placements")
        .then()
        .spec(Problems.problem(403, "WRONG_AUTHORITY"));
    Api.keeper()
        .get("/v1/placements?contractId=" + Api.id(contract) + "&kind=BLOCK")
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void a_suspended_provider_gets_no_placement() throws Exception {
    UUID provider = UUID.randomUUID();
    String named =
        body("800", today, "")
            .replace("{\"name\"", "{\"providerId\":\"" + provider + "\",\"name\"");
    ProviderEvents.suspension(
        "provider.suspended.v1",
        UUID.randomUUID(),
        1,
        provider,
        today.minusDays(1),
        today.plusDays(20));
    await().until(() -> post(named).statusCode() == 422);
    post(named).then().spec(Problems.violation(422, "PROVIDER_SUSPENDED", "/provider"));
  }

  @Test
  void a_placement_whose_last_day_has_come_ends_by_itself() throws Exception {
    Response started = started("700", today.minusDays(3), ",\"endDate\":\"" + today + "\"");
    started.then().body("status", equalTo("ENDED"));
    Response later =
        started("700", today.minusDays(3), ",\"endDate\":\"" + today.plusDays(1) + "\"");
    placementClock.endThoseRunOut();
    Api.keeper().get("/v1/placements/" + Api.id(later)).then().body("status", equalTo("ACTIVE"));
  }

  @Test
  void lists_are_paged_and_saved_as_a_spreadsheet() {
    for (int i = 0; i < 3; i++) {
      started("70" + i, today.minusDays(i), "");
    }
    JsonPath first = Api.keeper().get("/v1/placements?limit=2&area=" + area).jsonPath();
    assertEquals(2, first.getList("items").size());
    Api.keeper()
        .get("/v1/placements?limit=2&area=" + area + "&cursor=" + first.getString("next"))
        .then()
        .body("items", hasSize(1), "next", nullValue());
    String csv = Api.keeper().accept("text/csv").get("/v1/placements?area=" + area).asString();
    assertEquals(4, csv.lines().count());
    assertTrue(csv.startsWith("id,reference,status,kind,careType"), csv);
  }

  @Test
  void a_placement_in_a_known_home_takes_its_care_type_and_area_from_it() throws Exception {
    UUID home = UUID.randomUUID();
    ProviderEvents.home("location.registered.v1", home, 1, "NURSING_HOME", area, null, null);
    String body =
        body("800", today, ",\"locationId\":\"" + home + "\"")
            .replace("\"careType\":\"RESIDENTIAL_HOME\",", "")
            .replace("\"area\":\"" + area + "\",", "");
    await().until(() -> post(body).statusCode() == 201);
    Api.keeper()
        .get("/v1/placements?locationId=" + home)
        .then()
        .body("items[0].careType", equalTo("NURSING_HOME"), "items[0].area", equalTo(area));
  }

  @Test
  void only_those_with_an_authority_read_placements() {
    Api.keeper()
        .auth()
        .oauth2(Tokens.custom("contracts:write", null))
        .get("/v1/placements")
        .then()
        .spec(Problems.problem(403, "NO_AUTHORITY"));
  }
}
