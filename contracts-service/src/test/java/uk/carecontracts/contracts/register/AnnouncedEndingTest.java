package uk.carecontracts.contracts.register;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;

/** Between the announcement of an ending and its day the contract runs on. */
@QuarkusTest
@ContractsInfrastructure
class AnnouncedEndingTest {
  private static final int AHEAD = 4;

  @Inject Clock clock;
  @Inject Contracts contracts;
  @Inject ContractRegister register;
  @Inject WindingDown windingDown;
  private LocalDate today;
  private LocalDate lastDay;

  @BeforeEach
  void aDayAhead() {
    today = LocalDate.now(clock);
    lastDay = today.plusDays(AHEAD);
  }

  private Response active() {
    Response draft =
        Api.draft(
            Api.complete(Api.reference())
                .replace("2026-04-01", today.minusYears(1).toString())
                .replace("2030-03-31", today.plusYears(2).toString()));
    Response awarded = Api.step(draft, "award", Api.award("Fernleigh Ltd"));
    return Api.step(awarded, "activate", null);
  }

  private Response announced(Response contract) {
    Response announced =
        Api.step(
            contract, "terminate", "{\"date\":\"%s\",\"reason\":\"By notice\"}".formatted(lastDay));
    announced
        .then()
        .statusCode(200)
        .body("status", equalTo("ACTIVE"))
        .body("ending.date", equalTo(lastDay.toString()))
        .body("ending.kind", equalTo("TERMINATION"))
        .body("ending.reason", equalTo("By notice"));
    return announced;
  }

  private void daysLater(int days) {
    Clock then = Clock.offset(clock, Duration.ofDays(days));
    new ExpirySchedule(contracts, register, windingDown, then).expireEnded();
  }

  private static ValidatableResponse read(Response contract, String more) {
    return Api.keeper().get("/v1/contracts/" + Api.id(contract) + more).then();
  }

  @Test
  void it_takes_effect_once_its_last_day_has_passed_and_not_before() {
    Response contract = announced(active());
    read(contract, "/history?limit=1")
        .body("items[0].type", equalTo("contract.ending-announced.v1"))
        .body("items[0].change.reason", equalTo("By notice"));
    read(contract, "/decision-dates")
        .body("items.find { it.kind == 'END' }.date", equalTo(lastDay.toString()));
    daysLater(AHEAD - 2);
    read(contract, "").body("status", equalTo("ACTIVE"));
    daysLater(AHEAD + 2);
    read(contract, "")
        .body("status", equalTo("TERMINATED"))
        .body("ending.date", equalTo(lastDay.toString()));
    read(contract, "/history?limit=1")
        .body("items[0].type", equalTo("contract.terminated.v1"))
        .body("items[0].actor", equalTo("contract-expiry"))
        .body("items[0].change.reason", equalTo("By notice"));
  }

  @Test
  void nothing_outlasts_what_is_announced_and_everything_else_goes_on() {
    Response contract = announced(active());
    Response option =
        Api.keeper()
            .header("If-Match", contract.header("ETag"))
            .body("{\"months\":12,\"noticeMonths\":0,\"clause\":\"12.1\"}")
            .post("/v1/contracts/" + Api.id(contract) + "/extension-options");
    option.then().statusCode(201);
    Api.keeper()
        .header("If-Match", option.header("ETag"))
        .body(
            "{\"noticeGiven\":\"%s\",\"decidedBy\":\"Director\",\"reason\":\"x\"}".formatted(today))
        .post(
            "/v1/contracts/"
                + Api.id(contract)
                + "/extension-options/"
                + Api.id(option)
                + "/exercise")
        .then()
        .spec(Problems.problem(422, "ENDING_ANNOUNCED"));
    String late =
        "{\"reason\":\"VOLUME\",\"description\":\"x\",\"effectiveDate\":\"%s\",\"change\":%s}";
    Api.step(contract, "variations", late.formatted(lastDay.plusDays(1), "{\"area\":\"North\"}"))
        .then()
        .spec(Problems.violation(422, "VARIATION_NOT_PERMITTED", "/effectiveDate"));
    String longer = "{\"dates\":{\"end\":\"%s\"}}".formatted(today.plusYears(3));
    Api.step(contract, "variations", late.formatted(today, longer).replace("VOLUME", "TERM"))
        .then()
        .spec(Problems.problem(422, "ENDING_ANNOUNCED"));
    Api.step(contract, "variations", late.formatted(lastDay, "{\"area\":\"North\"}"))
        .then()
        .statusCode(201);
    String placement =
        """
        {"contractId":"%s","provider":{"name":"Fernleigh Ltd"},"kind":"SPOT","careType":"HOMECARE",
         "personReference":"P-1","weeklyPrice":{"amount":300,"currency":"GBP"},"startDate":"%s"}""";
    Api.keeper()
        .body(placement.formatted(Api.id(contract), lastDay))
        .post("/v1/placements")
        .then()
        .statusCode(201);
    Api.keeper()
        .body(placement.formatted(Api.id(contract), lastDay.plusDays(1)))
        .post("/v1/placements")
        .then()
        .spec(Problems.violation(422, "OUTSIDE_TERM", "/startDate"));
  }

  @Test
  void it_is_taken_back_while_its_day_has_not_passed() {
    Response contract = announced(active());
    Response back = Api.step(contract, "withdraw-ending", "{\"reason\":\"Notice rescinded\"}");
    back.then().statusCode(200).body("status", equalTo("ACTIVE"), "ending", nullValue());
    daysLater(AHEAD + 2);
    read(contract, "").body("status", equalTo("ACTIVE"));
    read(contract, "/history?limit=2")
        .body(
            "items.type",
            equalTo(List.of("contract.ending-withdrawn.v1", "contract.ending-announced.v1")))
        .body("items[0].change.fields.pointer", hasItems("/ending"));
    Api.step(back, "withdraw-ending", "{\"reason\":\"Again\"}")
        .then()
        .spec(Problems.problem(422, "NO_ENDING_ANNOUNCED"));
  }

  @Test
  void what_ends_soon_is_found_by_the_day_announced_until_it_is_taken_back() {
    Response contract = active();
    String soon = "/v1/contracts?q=%s&expiringBefore=" + lastDay.plusDays(1);
    String path = soon.formatted(contract.jsonPath().getString("reference"));
    Api.keeper().get(path).then().body("items", hasSize(0));
    Response announced = announced(contract);
    Api.keeper().get(path).then().body("items.id", equalTo(List.of(Api.id(contract))));
    Api.step(announced, "withdraw-ending", "{\"reason\":\"Notice rescinded\"}");
    Api.keeper().get(path).then().body("items", hasSize(0));
  }

  @Test
  void a_service_winds_down_by_its_plan_until_its_last_day() {
    Response contract = active();
    String plan = "/v1/contracts/" + Api.id(contract) + "/decommissioning-plan";
    Api.keeper()
        .body(
            """
            {"reason":"Need fell","peopleAffected":2,"responsible":"Head of Commissioning",
             "alternatives":[{"offer":"Day service","people":2,"from":"%s"}],"consultedFrom":"%s",
             "consultedTo":"%s","consultationOutcome":"Agreed","impact":"None","peopleTold":"%s",
             "supplierTold":"%s","lastDay":"%s"}"""
                .formatted(
                    lastDay, today.minusMonths(3), today.minusMonths(1), today, today, lastDay))
        .put(plan)
        .then()
        .statusCode(201)
        .body("complete", equalTo(true));
    Api.step(contract, "decommission", "{\"reason\":\"Need fell\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("ACTIVE"), "ending.kind", equalTo("DECOMMISSIONING"));
    Api.keeper().get(plan).then().body("status", equalTo("PREPARED"));
    daysLater(AHEAD + 2);
    read(contract, "").body("status", equalTo("DECOMMISSIONED"));
    Api.keeper().get(plan).then().body("status", equalTo("CARRIED_OUT"));
    read(contract, "/history?limit=1").body("items[0].type", equalTo("contract.decommissioned.v1"));
  }
}
