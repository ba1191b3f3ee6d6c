package uk.carecontracts.contracts.performance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@ContractsInfrastructure
class PerformanceFailureTest {
  private static final String TEXTS =
      """
      "requirement":"Two carers for each double-up visit","description":"One carer came",
      "impact":"People were moved unsafely","decidedBy":"Head of commissioning","decision":"Deduct\"""";

  @Inject Clock clock;

  private Response active(String regime) {
    LocalDate start = LocalDate.now(clock).minusMonths(8);
    Response draft =
        Api.draft(
            Api.complete(Api.reference())
                .replace("LIGHT_TOUCH", regime)
                .replace("300000.00", "900000.00")
                .replace("2026-04-01", start.toString())
                .replace("2030-03-31", start.plusYears(4).minusDays(1).toString()));
    Response awarded =
        Api.step(
            draft,
            "award",
            Api.award("Fernleigh Ltd").replace("2026-03-01", start.minusMonths(1).toString()));
    Response active = Api.step(awarded, "activate", null);
    active.then().statusCode(200);
    return active;
  }

  private static String path(Response contract) {
    return "/v1/contracts/" + Api.id(contract) + "/performance-failures";
  }

  private static String breach(LocalDate from, String outcomes, String more) {
    return "{\"kind\":\"BREACH\",\"from\":\"%s\",\"outcomes\":[%s]%s,%s}"
        .formatted(from, outcomes, more, TEXTS);
  }

  private static String damages(LocalDate on) {
    return "{\"kind\":\"DAMAGES\",\"on\":\"%s\",\"description\":\"Clause 7\",\"amount\":1200.00,\"basis\":\"CONTRACTED\"}"
        .formatted(on);
  }

  private static String outcome(String kind, LocalDate on) {
    return "{\"kind\":\"%s\",\"on\":\"%s\",\"description\":\"The north\"}".formatted(kind, on);
  }

  private static Map<String, Object> awaitDuty(
      Response contract, Predicate<Map<String, Object>> is) {
    String duties = "/v1/contracts/" + Api.id(contract) + "/duties";
    String find = "items.find { it.code == 'PERFORMANCE_FAILURE' }";
    return await()
        .until(
            () -> Api.keeper().get(duties).jsonPath().<Object, Object>getMap(find),
            found -> found != null && is.test(cast(found)))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() != null)
        .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));
  }

  @SuppressWarnings("unchecked") // keys of JSON objects are strings
  private static Map<String, Object> cast(Map<?, ?> map) {
    return (Map<String, Object>) map;
  }

  private static JsonPath awaitRecord(Response contract, Predicate<JsonPath> is) {
    String ocid = "/v1/register/ocds/records/ocds-carecx-" + Api.id(contract);
    return await().until(() -> given().get(ocid).jsonPath(), is);
  }

  private static String failure(String field) {
    return "records[0].compiledRelease.contracts[0].implementation.performanceFailures[0]." + field;
  }

  @Test
  void a_breach_is_owed_a_notice_within_30_days_is_told_and_can_be_withdrawn() {
    LocalDate today = LocalDate.now(clock);
    LocalDate day = today.minusDays(5);
    Response contract = active("FULL_ACT");
    String body = breach(today.minusDays(90), damages(day), "");
    String key = UUID.randomUUID().toString();
    Response recorded = Api.keeper().header("Idempotency-Key", key).body(body).post(path(contract));
    recorded
        .then()
        .statusCode(201)
        .header("ETag", notNullValue())
        .body("appliesFrom", equalTo(day.toString()), "published", equalTo(true))
        .body("suppliers[0].name", equalTo("Fernleigh Ltd"), "version", equalTo(1));
    Api.keeper()
        .get("/v1/award-decisions/register?limit=5&year=" + today.getYear())
        .then()
        .body(
            "items.find { it.decision == 'PERFORMANCE_FAILURE_RECORDED' }.contractId",
            equalTo(Api.id(contract)));
    Response again = Api.keeper().header("Idempotency-Key", key).body(body).post(path(contract));
    assertEquals(Api.id(recorded), Api.id(again));
    String due = day.plusDays(29).toString();
    awaitDuty(contract, duty -> due.equals(duty.get("dueOn")) && "DUE".equals(duty.get("status")));

    String one = path(contract) + "/" + Api.id(recorded);
    String better =
        breach(
            today.minusDays(90),
            damages(day) + "," + outcome("PARTIAL_TERMINATION", today.minusDays(40)),
            "");
    Api.keeper().body(better).put(one).then().spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    Response corrected =
        Api.keeper().header("If-Match", recorded.header("ETag")).body(better).put(one);
    corrected.then().statusCode(200).body("version", equalTo(2));
    Api.keeper()
        .header("If-Match", recorded.header("ETag"))
        .body(better)
        .put(one)
        .then()
        .spec(Problems.problem(412, "STALE_VERSION"));
    Map<String, Object> duty = awaitDuty(contract, found -> "LATE".equals(found.get("status")));
    assertEquals("UK9", duty.get("notice"));
    assertEquals(today.minusDays(11).toString(), duty.get("dueOn"));

    JsonPath told =
        awaitRecord(contract, record -> record.get(failure("partialTermination")) != null);
    assertEquals("The north", told.getString(failure("partialTermination")));
    assertEquals("contracted", told.getString(failure("penaltyType")));
    assertEquals(1200.0f, told.getFloat(failure("penaltyValue.amount")));
    assertEquals("Fernleigh Ltd", told.getString(failure("suppliers[0].name")));
    done(duty.get("id").toString(), today);
    Api.keeper()
        .body("{\"field\":\"SUPPLIER\",\"ground\":\"FOI_S43\",\"reason\":\"Commercial\"}")
        .post("/v1/contracts/" + Api.id(contract) + "/exemptions")
        .then()
        .statusCode(201);
    JsonPath kept =
        awaitRecord(
            contract, record -> "Redacted".equals(record.getString(failure("suppliers[0].name"))));
    assertNull(kept.getString(failure("requirement")));

    Api.keeper()
        .header("If-Match", corrected.header("ETag"))
        .body("{\"reason\":\"Another contract's\"}")
        .post(one + "/withdraw")
        .then()
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"), "published", equalTo(false));
    await()
        .until(
            () ->
                Api.keeper()
                    .get("/v1/duties?code=PERFORMANCE_FAILURE&contractId=" + Api.id(contract))
                    .jsonPath()
                    .getList("items"),
            List::isEmpty);
    awaitRecord(contract, record -> record.get(failure("category")) == null);
    Response read = Api.keeper().get(one);
    Api.keeper()
        .header("If-Match", read.header("ETag"))
        .body(better)
        .put(one)
        .then()
        .spec(Problems.problem(422, "WRONG_STATUS"));
    Api.keeper().get(path(contract)).then().body("items", hasSize(1));
    Api.as(Api.OTHER).get(one).then().spec(Problems.problem(403, "WRONG_AUTHORITY"));
  }

  private static void done(String duty, LocalDate today) {
    Response read = Api.keeper().get("/v1/duties/" + duty);
    Api.keeper()
        .header("If-Match", read.header("ETag"))
        .body(
            "{\"doneOn\":\"%s\",\"link\":\"https://www.find-tender.service.gov.uk/Notice/9\"}"
                .formatted(today))
        .post("/v1/duties/" + duty + "/done")
        .then()
        .statusCode(200)
        .body("status", equalTo("DONE"), "doneLate", equalTo(true));
  }

  @Test
  void light_touch_is_spared_and_tells_only_what_the_council_wants_told() {
    LocalDate today = LocalDate.now(clock);
    Response contract = active("LIGHT_TOUCH");
    String notImproved =
        """
        {"kind":"NOT_IMPROVED","from":"%s","failedOn":"%s","warnings":[{"on":"%s",
         "description":"Improvement plan","improveBy":"%s"}],%s,%s}"""
            .formatted(
                today.minusDays(90),
                today.minusDays(1),
                today.minusDays(60),
                today.minusDays(2),
                "\"publish\":%s",
                TEXTS);
    Response recorded = Api.keeper().body(notImproved.formatted("null")).post(path(contract));
    recorded
        .then()
        .statusCode(201)
        .body("appliesFrom", equalTo(today.minusDays(1).toString()))
        .body("published", equalTo(false), "disclosed", equalTo(false));
    Map<String, Object> duty = awaitDuty(contract, found -> true);
    assertEquals("NOT_APPLICABLE", duty.get("status"));
    assertTrue(duty.get("reason").toString().contains("s.71(6)"), () -> duty.toString());
    JsonPath before = awaitRecord(contract, record -> record.get("records") != null);
    assertNull(before.getString(failure("category")));
    Api.keeper()
        .header("If-Match", recorded.header("ETag"))
        .body(notImproved.formatted("true"))
        .put(path(contract) + "/" + Api.id(recorded))
        .then()
        .statusCode(200)
        .body("published", equalTo(true));
    awaitRecord(contract, record -> "NOT_IMPROVED".equals(record.getString(failure("category"))));
  }

  @Test
  void a_full_termination_is_told_by_its_own_notice() {
    LocalDate today = LocalDate.now(clock);
    Response contract = active("FULL_ACT");
    String body = breach(today.minusDays(30), outcome("TERMINATION", today), "");
    Api.keeper()
        .body(body)
        .post(path(contract))
        .then()
        .spec(Problems.violation(422, "PERFORMANCE_FAILURE_UNFOUNDED", "/outcomes/0"));
    Api.step(contract, "terminate", "{\"date\":\"%s\",\"reason\":\"Breach\"}".formatted(today))
        .then()
        .statusCode(200);
    Api.keeper().body(body).post(path(contract)).then().statusCode(201);
    Map<String, Object> duty = awaitDuty(contract, found -> true);
    assertEquals("NOT_APPLICABLE", duty.get("status"));
    assertTrue(duty.get("reason").toString().contains("UK11"), () -> duty.toString());
  }

  @Test
  void what_is_no_such_failure_is_refused_with_every_reason() {
    LocalDate today = LocalDate.now(clock);
    Response contract = active("FULL_ACT");
    LocalDate tomorrow = today.plusDays(1);
    Api.keeper()
        .body(
            breach(
                today,
                "{\"kind\":\"DAMAGES\",\"on\":\"%s\",\"description\":\"x\"}".formatted(tomorrow)
                    + ","
                    + outcome("SETTLEMENT", today.minusDays(1))
                        .replace("}", ",\"amount\":1,\"basis\":\"IMPOSED\"}")
                    + ","
                    + outcome("PARTIAL_TERMINATION", today).replace("}", ",\"amount\":1}"),
                ",\"to\":\"%s\",\"suppliers\":[\"%s\"]"
                    .formatted(today.minusDays(1), UUID.randomUUID())))
        .post(path(contract))
        .then()
        .spec(Problems.violation(422, "PERFORMANCE_FAILURE_UNFOUNDED", "/suppliers/0"))
        .body(
            "violations.pointer",
            hasItems(
                "/to",
                "/outcomes/0/on",
                "/outcomes/0/basis",
                "/outcomes/1/on",
                "/outcomes/1/basis",
                "/outcomes/2/amount"));
    Api.keeper()
        .body(breach(today, "", ""))
        .post(path(contract))
        .then()
        .spec(Problems.violation(422, "PERFORMANCE_FAILURE_UNFOUNDED", "/outcomes"));
    String notImproved = breach(today, "", "").replace("BREACH", "NOT_IMPROVED");
    Api.keeper()
        .body(notImproved)
        .post(path(contract))
        .then()
        .spec(Problems.violation(422, "PERFORMANCE_FAILURE_UNFOUNDED", "/failedOn"));
    Api.keeper()
        .body(
            notImproved.replaceFirst(
                "\\{",
                "{\"failedOn\":\"%1$s\",\"warnings\":[{\"on\":\"%1$s\",\"description\":\"x\",\"improveBy\":\"%2$s\"}],"
                    .formatted(today, today.minusDays(1))))
        .post(path(contract))
        .then()
        .spec(Problems.violation(422, "PERFORMANCE_FAILURE_UNFOUNDED", "/warnings/0/improveBy"));
    Response draft = Api.draft(Api.complete(Api.reference()));
    Api.keeper()
        .body(breach(today, damages(today), ""))
        .post(path(draft))
        .then()
        .statusCode(422)
        .body("violations.message", hasItems(containsString("not entered")));
    Api.keeper()
        .body("{\"kind\":\"BREACH\"}")
        .post(path(contract))
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
  }
}
