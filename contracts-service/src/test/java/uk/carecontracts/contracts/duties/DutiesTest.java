package uk.carecontracts.contracts.duties;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.kit.inbox.Consumers;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@ContractsInfrastructure
class DutiesTest {
  @Inject Clock clock;
  @Inject Consumers consumers;
  @Inject LateDuties late;
  @Inject OwnDuties ownDuties;

  private Response active(String regime, String total, LocalDate start) {
    Response draft =
        Api.draft(
            Api.complete(Api.reference())
                .replace("LIGHT_TOUCH", regime)
                .replace("300000.00", total)
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

  private static JsonPath duties(Response contract, Predicate<JsonPath> until) {
    String path = "/v1/contracts/" + Api.id(contract) + "/duties";
    return await().until(() -> Api.keeper().get(path).jsonPath(), until::test);
  }

  private static Map<String, Object> duty(JsonPath duties, String code) {
    return duties.getMap("items.find { it.code == '" + code + "' }");
  }

  private static Predicate<JsonPath> has(String code) {
    return path -> path.getList("items.code").contains(code);
  }

  @Test
  void light_touch_has_120_days_and_neither_change_notice_nor_indicators() {
    LocalDate start = LocalDate.now(clock).minusDays(60);
    Response contract = active("LIGHT_TOUCH", "6000000.00", start);
    JsonPath duties = duties(contract, has("CONTRACT_DETAILS"));
    assertEquals(start.plusDays(119).toString(), duty(duties, "CONTRACT_DETAILS").get("dueOn"));
    assertEquals("DUE", duty(duties, "CONTRACT_DETAILS").get("status"));
    assertEquals(start.plusDays(179).toString(), duty(duties, "CONTRACT_COPY").get("dueOn"));
    assertEquals("NOT_APPLICABLE", duty(duties, "KPI_SETTING").get("status"));
    assertEquals("NOT_APPLICABLE", duty(duties, "KPI_ASSESSMENT").get("status"));
    assertEquals("LATE", duty(duties, "TRANSPARENCY_NOTICE").get("status"));
    assertEquals("DONE", duty(duties, "REGISTER_ENTRY").get("status"));
    assertEquals(
        "/v1/register/contracts/" + Api.id(contract), duty(duties, "REGISTER_ENTRY").get("link"));

    Api.keeper()
        .header("If-Match", contract.header("ETag"))
        .body(
            "{\"reason\":\"PRICE\",\"description\":\"x\",\"effectiveDate\":\"%s\",\"change\":{\"values\":{\"total\":{\"amount\":9000000,\"currency\":\"GBP\"}}}}"
                .formatted(LocalDate.now(clock).plusDays(5)))
        .post("/v1/contracts/" + Api.id(contract) + "/variations")
        .then()
        .statusCode(201);
    duties = duties(contract, has("CONTRACT_CHANGE"));
    assertEquals("NOT_APPLICABLE", duty(duties, "CONTRACT_CHANGE").get("status"));
    assertTrue(duty(duties, "CONTRACT_CHANGE").get("reason").toString().contains("s.75(6)(b)"));

    Api.keeper()
        .header("If-Match", Api.keeper().get("/v1/contracts/" + Api.id(contract)).header("ETag"))
        .body("{\"regime\":\"FULL_ACT\"}")
        .patch("/v1/contracts/" + Api.id(contract) + "?reason=Not%20light%20touch")
        .then()
        .statusCode(200);
    duties(contract, path -> "DUE".equals(duty(path, "CONTRACT_CHANGE").get("status")));
    Response read = Api.keeper().get("/v1/contracts/" + Api.id(contract));
    Api.correct(read, "{\"regime\":\"LIGHT_TOUCH\"}").then().statusCode(200);
    duties(contract, path -> "NOT_APPLICABLE".equals(duty(path, "CONTRACT_CHANGE").get("status")));
  }

  @Test
  void in_full_a_large_change_is_notified_before_and_the_end_within_30_days() {
    LocalDate start = LocalDate.now(clock).minusMonths(14);
    Response contract = active("FULL_ACT", "6000000.00", start);
    LocalDate day = LocalDate.now(clock).plusDays(5);
    Api.keeper()
        .header("If-Match", contract.header("ETag"))
        .body(
            "{\"reason\":\"PRICE\",\"description\":\"x\",\"effectiveDate\":\"%s\",\"change\":{\"values\":{\"total\":{\"amount\":6660000,\"currency\":\"GBP\"}}}}"
                .formatted(day))
        .post("/v1/contracts/" + Api.id(contract) + "/variations")
        .then()
        .statusCode(201);
    JsonPath duties = duties(contract, has("CONTRACT_CHANGE"));
    assertEquals(day.toString(), duty(duties, "CONTRACT_CHANGE").get("dueOn"));
    assertTrue(duty(duties, "CONTRACT_CHANGE").get("reason").toString().contains("11.00 %"));
    assertEquals(start.plusMonths(12).toString(), duty(duties, "KPI_ASSESSMENT").get("dueOn"));
    Response read = Api.keeper().get("/v1/contracts/" + Api.id(contract));
    Api.keeper()
        .header("If-Match", read.header("ETag"))
        .body("{\"title\":\"Renamed care\"}")
        .patch("/v1/contracts/" + Api.id(contract))
        .then()
        .statusCode(200);
    duties(
        contract,
        path ->
            Set.copyOf(path.<String>getList("items.title")).equals(Set.of("Renamed care"))
                && has("CONTRACT_CHANGE").test(path));
    read = Api.keeper().get("/v1/contracts/" + Api.id(contract));
    LocalDate lastDay = LocalDate.now(clock).plusDays(10);
    Response announced =
        Api.step(read, "terminate", "{\"date\":\"%s\",\"reason\":\"Failed\"}".formatted(lastDay));
    announced.then().statusCode(200);
    duties = duties(contract, has("CONTRACT_TERMINATION"));
    assertEquals(
        lastDay.plusDays(29).toString(), duty(duties, "CONTRACT_TERMINATION").get("dueOn"));
    Api.step(announced, "withdraw-ending", "{\"reason\":\"Mended\"}").then().statusCode(200);
    duties(contract, has("CONTRACT_TERMINATION").negate());
  }

  @Test
  void a_duty_is_done_with_its_link_and_stays_done_when_the_clock_is_rebuilt() {
    LocalDate start = LocalDate.now(clock).minusDays(100);
    Response contract = active("FULL_ACT", "900000.00", start);
    JsonPath duties = duties(contract, has("CONTRACT_DETAILS"));
    String id = duty(duties, "CONTRACT_DETAILS").get("id").toString();
    assertEquals("LATE", duty(duties, "CONTRACT_DETAILS").get("status"));
    late.count();
    String metrics = Api.keeper().get("/q/metrics").asString();
    assertTrue(metrics.contains("contracts_duties_late"), "no metric of late duties");
    Response read = Api.keeper().get("/v1/duties/" + id);
    String body =
        "{\"doneOn\":\"%s\",\"link\":\"https://www.find-tender.service.gov.uk/Notice/1\"}";
    Api.keeper()
        .body(body.formatted(start))
        .post("/v1/duties/" + id + "/done")
        .then()
        .spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    Api.keeper()
        .header("If-Match", read.header("ETag"))
        .body(body.formatted(LocalDate.now(clock).plusDays(1)))
        .post("/v1/duties/" + id + "/done")
        .then()
        .spec(Problems.violation(422, "DUTY_NOT_DONE_YET", "/doneOn"));
    Response done =
        Api.keeper()
            .header("If-Match", read.header("ETag"))
            .body(body.formatted(LocalDate.now(clock)))
            .post("/v1/duties/" + id + "/done");
    done.then().statusCode(200).body("status", equalTo("DONE"), "doneLate", equalTo(true));
    consumers.rebuild("duties");
    duties(
        contract,
        path ->
            has("CONTRACT_DETAILS").test(path)
                && "DONE".equals(duty(path, "CONTRACT_DETAILS").get("status")));
    Api.keeper()
        .header("If-Match", done.header("ETag"))
        .body("{\"reason\":\"Wrong contract\"}")
        .post("/v1/duties/" + id + "/reopen")
        .then()
        .statusCode(200)
        .body("status", equalTo("LATE"), "version", equalTo(2));
  }

  @Test
  void duties_are_listed_by_their_days_filtered_paged_and_as_a_spreadsheet() {
    Response contract = active("FULL_ACT", "900000.00", LocalDate.now(clock).minusDays(100));
    duties(contract, has("CONTRACT_DETAILS"));
    Response first = Api.keeper().get("/v1/duties?status=LATE&limit=1");
    first
        .then()
        .statusCode(200)
        .body("items", hasSize(1), "items.status", everyItem(equalTo("LATE")))
        .body("next", notNullValue());
    Api.keeper()
        .get("/v1/duties?status=LATE&limit=1&cursor=" + first.path("next"))
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(first.<String>path("items[0].id"))));
    Api.keeper()
        .get("/v1/duties?contractId={id}&code=CONTRACT_DETAILS&regime=FULL_ACT", Api.id(contract))
        .then()
        .body("items", hasSize(1), "items[0].notice", equalTo("UK7"));
    String csv =
        Api.keeper()
            .accept("text/csv")
            .get("/v1/duties?contractId={id}", Api.id(contract))
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertTrue(csv.startsWith("reference,title,duty,notice"), csv);
    assertTrue(csv.contains("CONTRACT_DETAILS,UK7"), csv);
    Api.keeper().get("/v1/duties?state=LATE").then().spec(Problems.problem(400, "INVALID_REQUEST"));
    Api.as(Api.OTHER).get("/v1/duties?status=LATE").then().body("items", hasSize(0));
    Api.as(Api.OTHER)
        .get("/v1/contracts/" + Api.id(contract) + "/duties")
        .then()
        .spec(Problems.problem(403, "WRONG_AUTHORITY"));
    Api.keeper()
        .get("/v1/duties/rules")
        .then()
        .body("rules.code", hasItems("CONTRACT_DETAILS", "CONTRACT_CHANGE"))
        .body("rules.source", hasItem(containsString("120 days for light touch")))
        .body("thresholds.amount", hasItem(663540.00f));
  }

  private Response vary(Response contract, LocalDate day, int total) {
    Response read = Api.keeper().get("/v1/contracts/" + Api.id(contract));
    Response proposed =
        Api.keeper()
            .header("If-Match", read.header("ETag"))
            .body(
                "{\"reason\":\"PRICE\",\"description\":\"x\",\"effectiveDate\":\"%s\",\"change\":{\"values\":{\"total\":{\"amount\":%s,\"currency\":\"GBP\"}}}}"
                    .formatted(day, total))
            .post("/v1/contracts/" + Api.id(contract) + "/variations");
    proposed.then().statusCode(201);
    Response agreed =
        Api.keeper()
            .header("If-Match", proposed.header("ETag"))
            .body(
                "{\"partyId\":\"%s\",\"agreedOn\":\"%s\"}"
                    .formatted(read.jsonPath().getString("parties[0].id"), day))
            .post(
                "/v1/contracts/%s/variations/%s/agreements"
                    .formatted(Api.id(contract), Api.id(proposed)));
    agreed.then().statusCode(200).body("status", equalTo("IN_FORCE"));
    return agreed;
  }

  @Test
  void two_small_changes_that_together_are_large_need_a_notice() {
    LocalDate today = LocalDate.now(clock);
    Response contract = active("FULL_ACT", "6000000.00", today.minusMonths(14));
    vary(contract, today.minusDays(1), 6_400_000);
    String second = Api.id(vary(contract, today, 6_800_000));
    JsonPath duties =
        duties(
            contract,
            path ->
                path.getList("items.findAll { it.code == 'CONTRACT_CHANGE' }.status")
                    .contains("DUE"));
    Map<String, Object> due =
        duties.getMap("items.find { it.code == 'CONTRACT_CHANGE' && it.status == 'DUE' }");
    assertEquals(second, due.get("occurrence"));
    assertEquals(today.toString(), due.get("dueOn"));
    String reason = due.get("reason").toString();
    assertTrue(reason.contains("6.25 %") && reason.contains("13.33 %"), reason);
  }

  @Test
  void what_the_authority_owes_by_itself_stands_among_its_duties() {
    String council = "E06000061";
    Api.as(council)
        .body(Api.complete(Api.reference()))
        .post("/v1/contracts")
        .then()
        .statusCode(201);
    ownDuties.refresh();
    ownDuties.refresh();
    Response compliance = Api.as(council).get("/v1/duties?code=PAYMENTS_COMPLIANCE&limit=1");
    compliance
        .then()
        .body("items", hasSize(1), "items[0].occurrence", equalTo("2025-10-01 to 2026-03-31"))
        .body("items[0].notice", equalTo("UK17"), "items[0].dueOn", equalTo("2026-04-29"));
    String id = compliance.path("items[0].id");
    Response read = Api.as(council).get("/v1/duties/" + id);
    Api.as(council)
        .header("If-Match", read.header("ETag"))
        .body(
            "{\"doneOn\":\"%s\",\"link\":\"https://www.find-tender.service.gov.uk/Notice/2\"}"
                .formatted(LocalDate.now(clock)))
        .post("/v1/duties/" + id + "/done")
        .then()
        .statusCode(200)
        .body("status", equalTo("DONE"));
    consumers.rebuild("duties");
    Api.as(council).get("/v1/duties/" + id).then().statusCode(200).body("status", equalTo("DONE"));
    Api.as(council)
        .get("/v1/duties?code=PIPELINE_NOTICE&status=NOT_APPLICABLE")
        .then()
        .body("items.size()", greaterThan(0))
        .body("items[0].reason", containsString("the notice is owed from £100000000"));
    Api.keeper()
        .get("/v1/duties/rules")
        .then()
        .body("ownRules.notice", hasItems("UK1", "UK17"))
        .body("rules.findAll { it.code == 'PAYMENT_NOTICE' }.paymentAbove", hasItem(30000.00f));
  }
}
