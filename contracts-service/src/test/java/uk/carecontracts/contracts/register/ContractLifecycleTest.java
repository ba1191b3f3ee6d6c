package uk.carecontracts.contracts.register;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Patience;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@ContractsInfrastructure
class ContractLifecycleTest {
  @Inject ExpirySchedule expiry;
  @Inject Clock clock;

  @Test
  void a_contract_whose_last_day_has_passed_expires_by_itself() {
    Response draft =
        Api.draft(
            Api.complete(Api.reference())
                .replace("2026-04-01", "2019-04-01")
                .replace("2030-03-31", "2021-03-31"));
    Response awarded = Api.step(draft, "award", Api.award("Fernleigh Ltd"));
    Api.step(awarded, "activate", null).then().statusCode(200);
    expiry.expireEnded();
    Api.keeper()
        .get("/v1/contracts/" + Api.id(draft))
        .then()
        .body("status", equalTo("EXPIRED"), "version", equalTo(4));
    Api.keeper()
        .get("/v1/contracts/" + Api.id(draft) + "/history")
        .then()
        .body("items[0].type", equalTo("contract.expired.v1"))
        .body("items[0].actor", equalTo("contract-expiry"));
  }

  @Test
  void of_two_who_change_a_contract_at_once_one_is_told_to_read_again() throws Exception {
    Response draft = Api.draft(Api.complete(Api.reference()));
    String path = "/v1/contracts/" + Api.id(draft);
    String token = Tokens.contracts(Api.AUTHORITY);
    List<Integer> answers =
        Stream.of("One", "Two", "Three", "Four")
            .parallel()
            .map(
                title ->
                    given()
                        .auth()
                        .oauth2(token)
                        .contentType("application/json")
                        .header("If-Match", "\"1\"")
                        .body("{\"title\":\"" + title + "\"}")
                        .patch(path)
                        .statusCode())
            .sorted()
            .toList();
    assertEquals(List.of(200, 412, 412, 412), answers);
    Api.keeper().get(path).then().body("version", equalTo(2));
  }

  @Test
  void a_contract_lives_from_draft_over_tender_and_award_to_termination() throws Exception {
    String reference = Api.reference();
    Response draft = Api.draft(Api.complete(reference).replace("DIRECT_AWARD", "OPEN"));
    draft
        .then()
        .header("Location", endsWith("/v1/contracts/" + Api.id(draft)))
        .header("ETag", "\"1\"")
        .body("status", equalTo("DRAFT"), "version", equalTo(1), "competed", equalTo(true))
        .body("authority", equalTo(Api.AUTHORITY), "values.total.amount", equalTo(300000.00f));

    Api.step(draft, "award", Api.award("Fernleigh Ltd"))
        .then()
        .spec(Problems.problem(422, "TENDER_NOT_PUBLISHED"));
    Response tender = Api.step(draft, "publish-tender", null);
    tender.then().statusCode(200).body("status", equalTo("PUBLISHED_TENDER"));
    Response awarded = Api.step(tender, "award", Api.award("Fernleigh Ltd"));
    awarded
        .then()
        .statusCode(200)
        .body("status", equalTo("AWARDED"), "parties[0].id", notNullValue())
        .body("dates.award", equalTo("2026-03-01"));
    Response active = Api.step(awarded, "activate", null);
    active.then().statusCode(200).body("status", equalTo("ACTIVE"), "version", equalTo(4));
    Api.step(active, "terminate", "{\"date\":\"2031-01-01\",\"reason\":\"late\"}")
        .then()
        .spec(Problems.violation(422, "OUTSIDE_TERM", "/date"));
    Response ended =
        Api.step(active, "terminate", "{\"date\":\"2026-11-01\",\"reason\":\"Supplier failed\"}");
    ended
        .then()
        .statusCode(200)
        .body("status", equalTo("TERMINATED"), "ending.reason", equalTo("Supplier failed"));

    List<String> types =
        Patience.await()
            .until(
                () ->
                    TestTopics.readAll("contracts.v1", Api.id(draft)).stream()
                        .map(e -> e.type())
                        .toList(),
                all -> all.size() == 5);
    assertEquals(
        List.of(
            "contract.drafted.v1",
            "contract.tender-published.v1",
            "contract.awarded.v1",
            "contract.activated.v1",
            "contract.terminated.v1"),
        types);
    Api.keeper()
        .get("/v1/contracts/" + Api.id(draft) + "/history?limit=3")
        .then()
        .statusCode(200)
        .body("items", hasSize(3), "next", notNullValue())
        .body("items[0].type", equalTo("contract.terminated.v1"))
        .body("items[0].change.reason", equalTo("Supplier failed"))
        .body("items[0].change.fields.pointer", hasItems("/status", "/ending"))
        .body("items[0].actor", notNullValue());
  }

  @Test
  void an_award_is_recorded_once_it_is_decided() {
    Response draft = Api.draft(Api.complete(Api.reference()));
    String tomorrow = LocalDate.now(clock).plusDays(2).toString();
    Api.step(draft, "award", Api.award("Fernleigh Ltd").replace("2026-03-01", tomorrow))
        .then()
        .spec(Problems.violation(422, "NOT_AWARDED_YET", "/awardDate"));
  }

  @Test
  void activation_reports_every_reason_at_once() {
    Response draft =
        Api.draft(
            "{\"reference\":\"%s\",\"title\":\"Bare\",\"procedure\":\"DIRECT_AWARD\"}"
                .formatted(Api.reference()));
    Response awarded = Api.step(draft, "award", Api.award("Fernleigh Ltd"));
    Api.step(awarded, "activate", null)
        .then()
        .spec(Problems.problem(422, "ACTIVATION_INCOMPLETE"))
        .body(
            "violations.pointer",
            containsInAnyOrder("/dates/start", "/dates/end", "/values/total"));
  }

  @Test
  void steps_out_of_turn_are_refused_with_the_status_in_the_reason() {
    Response draft = Api.draft(Api.complete(Api.reference()));
    Api.step(draft, "activate", null).then().spec(Problems.problem(422, "WRONG_STATUS", "DRAFT"));
    Response cancelled = Api.step(draft, "cancel", "{\"reason\":\"No longer needed\"}");
    cancelled.then().statusCode(200).body("status", equalTo("CANCELLED"));
    Api.keeper()
        .header("If-Match", cancelled.header("ETag"))
        .body("{\"title\":\"x\"}")
        .patch("/v1/contracts/" + Api.id(draft))
        .then()
        .spec(Problems.problem(422, "CONTRACT_ENDED"));
  }

  @Test
  void a_service_is_decommissioned_only_with_a_plan_for_its_people() {
    Response active = Api.active("Fernleigh Ltd");
    Api.step(active, "decommission", "{\"reason\":\"Replaced\"}")
        .then()
        .spec(Problems.violation(422, "DECOMMISSIONING_PLAN_INCOMPLETE", "/plan"));
    String plan =
        """
        {"reason":"Replaced","plan":{"peopleAffected":42,"alternatives":"Moves to Ember CIC",
         "noticeGiven":"2026-05-01","lastDay":"2026-11-01"}}""";
    Api.step(active, "decommission", plan)
        .then()
        .statusCode(200)
        .body("status", equalTo("DECOMMISSIONED"), "ending.plan.peopleAffected", equalTo(42));
  }

  @Test
  void a_patch_changes_what_it_names_and_needs_the_version_read() {
    Response draft = Api.draft(Api.complete(Api.reference()));
    String path = "/v1/contracts/" + Api.id(draft);
    String patch = "{\"title\":\"New title\",\"area\":null,\"dates\":{\"end\":\"2031-03-31\"}}";
    Api.keeper()
        .body(patch)
        .patch(path)
        .then()
        .spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    Api.keeper()
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"1\"")
        .body(patch)
        .patch(path + "?reason=Extended")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("title", equalTo("New title"), "area", nullValue())
        .body("dates.start", equalTo("2026-04-01"), "dates.end", equalTo("2031-03-31"));
    Api.keeper()
        .header("If-Match", "\"1\"")
        .body(patch)
        .patch(path)
        .then()
        .spec(Problems.problem(412, "STALE_VERSION"))
        .header("ETag", "\"2\"");
    Api.keeper()
        .header("If-Match", "\"2\"")
        .body("{\"titel\":\"x\"}")
        .patch(path)
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "/titel"));
    Api.keeper()
        .header("If-Match", "\"2\"")
        .body("{\"title\":null}")
        .patch(path)
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "/title"));
    Api.keeper()
        .header("If-Match", "\"2\"")
        .body("{\"dates\":{\"end\":\"2020-01-01\"}}")
        .patch(path)
        .then()
        .spec(Problems.violation(422, "TERMS_CONTRADICT", "/dates/end"));
    String values =
        "\"values\":{\"annual\":{\"amount\":-1,\"currency\":\"EUR\"},\"irrecoverableVat\":{\"amount\":-1,\"currency\":\"GBP\"},";
    Api.keeper()
        .body(Api.complete(Api.reference()).replace("\"values\":{", values))
        .post("/v1/contracts")
        .then()
        .spec(Problems.problem(422, "TERMS_CONTRADICT"))
        .body(
            "violations.pointer",
            containsInAnyOrder("/values/annual", "/values/irrecoverableVat", "/values"));
    Api.keeper()
        .header("If-Match", "\"2\"")
        .body("{\"title\":\"New title\"}")
        .patch(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
  }

  @Test
  void reading_knows_etags_and_days() {
    Response draft = Api.draft(Api.complete(Api.reference()));
    String path = "/v1/contracts/" + Api.id(draft);
    Api.keeper().header("If-None-Match", "\"1\"").get(path).then().statusCode(304);
    Api.keeper().get(path + "?asOf=2020-01-01").then().spec(Problems.problem(404, "NOT_FOUND"));
    Api.step(draft, "publish-tender", null).then().statusCode(200);
    Api.keeper()
        .get(path + "?asOf=2099-01-01")
        .then()
        .statusCode(200)
        .body("status", equalTo("PUBLISHED_TENDER"), "version", equalTo(2));
    Api.keeper()
        .get(path + "?asof=2099-01-01")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
  }

  @Test
  void the_register_is_read_as_it_stood_on_a_day() {
    String area = "Area " + UUID.randomUUID();
    Response draft = Api.draft(Api.complete(Api.reference()));
    Api.keeper()
        .header("If-Match", draft.header("ETag"))
        .body("{\"area\":\"" + area + "\"}")
        .patch("/v1/contracts/" + Api.id(draft))
        .then()
        .statusCode(200);
    String list = "/v1/contracts?asOf={day}&area={area}";
    Api.keeper()
        .get(
            list
                + "&status=DRAFT&type=BLOCK&serviceType=HOME_CARE&clientGroup=OLDER_PEOPLE"
                + "&category=8531&valueFrom=300000&valueTo=300000&startFrom=2026-04-01"
                + "&startTo=2026-04-01&endFrom=2030-03-31&endTo=2030-03-31&q=northvale",
            "2099-01-01",
            area)
        .then()
        .statusCode(200)
        .body("items.id", hasItem(Api.id(draft)), "items", hasSize(1));
    Api.keeper().get(list + "&q=100%25", "2099-01-01", area).then().body("items", hasSize(0));
    Api.keeper().get(list, "2020-01-01", area).then().body("items", hasSize(0));
    Api.keeper()
        .accept("text/csv")
        .get(list, "2099-01-01", area)
        .then()
        .statusCode(200)
        .header("Content-Disposition", containsString("contracts-2099-01-01.csv"))
        .body(containsString(Api.id(draft)));
    Api.keeper()
        .accept("text/csv")
        .get(list, "2020-01-01", area)
        .then()
        .statusCode(200)
        .body(startsWith("id,reference"), not(containsString(Api.id(draft))));
    Api.keeper()
        .accept("text/csv")
        .get(list + "&sort=end", "2099-01-01", area)
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "sort"));
    Api.keeper()
        .get(list + "&flagged=true", "2099-01-01", area)
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "flagged"));
    Api.keeper()
        .get(list + "&sort=end", "2099-01-01", area)
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "sort"));
    String next =
        Api.keeper().get("/v1/contracts?asOf=2099-01-01&limit=1").then().extract().path("next");
    if (next != null) {
      Api.keeper()
          .get("/v1/contracts?asOf=2099-01-01&limit=1&cursor=" + next)
          .then()
          .statusCode(200)
          .body("items", hasSize(1));
      Api.keeper()
          .get("/v1/contracts?asOf=2098-01-01&limit=1&cursor=" + next)
          .then()
          .spec(Problems.violation(400, "INVALID_REQUEST", "cursor"));
    }
  }

  @Test
  void the_same_idempotency_key_gives_the_same_contract() {
    String key = UUID.randomUUID().toString();
    String body = Api.complete(Api.reference());
    Response first = Api.keeper().header("Idempotency-Key", key).body(body).post("/v1/contracts");
    Response again = Api.keeper().header("Idempotency-Key", key).body(body).post("/v1/contracts");
    first.then().statusCode(201);
    again.then().statusCode(201).header("Location", first.header("Location"));
    assertEquals(Api.id(first), Api.id(again));
    Api.keeper()
        .header("Idempotency-Key", key)
        .body(Api.complete(Api.reference()))
        .post("/v1/contracts")
        .then()
        .spec(Problems.problem(422, "IDEMPOTENCY_KEY_REUSED"));
    Api.keeper()
        .body(body)
        .post("/v1/contracts")
        .then()
        .spec(Problems.problem(409, "REFERENCE_TAKEN"));
  }

  @Test
  void another_authoritys_draft_does_not_exist_and_its_public_contract_is_refused() {
    Response draft = Api.draft(Api.complete(Api.reference()));
    String path = "/v1/contracts/" + Api.id(draft);
    Api.as(Api.OTHER).get(path).then().spec(Problems.problem(404, "NOT_FOUND"));
    Api.step(draft, "publish-tender", null).then().statusCode(200);
    Api.as(Api.OTHER).get(path).then().spec(Problems.problem(403, "WRONG_AUTHORITY"));
    Api.as(Api.OTHER)
        .header("If-Match", "\"2\"")
        .body("{\"title\":\"Mine\"}")
        .patch(path)
        .then()
        .spec(Problems.problem(403, "WRONG_AUTHORITY"));
    Api.as(Api.OTHER).get(path + "/history").then().spec(Problems.problem(403, "WRONG_AUTHORITY"));
  }

  @Test
  void tokens_and_scopes_are_needed() {
    given().get("/v1/contracts").then().spec(Problems.problem(401, "UNAUTHENTICATED"));
    given()
        .auth()
        .oauth2(Tokens.monitoring(Api.AUTHORITY))
        .contentType("application/json")
        .body(Api.complete(Api.reference()))
        .post("/v1/contracts")
        .then()
        .spec(Problems.problem(403, "FORBIDDEN"));
  }

  @Test
  void bad_bodies_are_refused_with_pointers() {
    Api.keeper()
        .body("{\"reference\":\"x\"")
        .post("/v1/contracts")
        .then()
        .spec(Problems.problem(400, "MALFORMED_REQUEST"));
    Api.keeper()
        .body("{\"reference\":\"\",\"title\":\"t\",\"categories\":{\"cpv\":[\"85\"]}}")
        .post("/v1/contracts")
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "/reference"))
        .body("violations.pointer", hasItem("/categories/cpv/0"));
    Api.keeper()
        .body("{\"reference\":\"r\",\"title\":\"t\",\"type\":\"BLOK\"}")
        .post("/v1/contracts")
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "/type"));
    Api.keeper()
        .get("/v1/contracts/not-a-uuid")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
  }
}
