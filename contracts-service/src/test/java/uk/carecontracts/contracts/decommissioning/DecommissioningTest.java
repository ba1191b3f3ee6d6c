package uk.carecontracts.contracts.decommissioning;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@ContractsInfrastructure
class DecommissioningTest {
  @Inject Clock clock;

  private Response active() {
    LocalDate today = LocalDate.now(clock);
    Response draft =
        Api.draft(
            Api.complete(Api.reference())
                .replace("2026-04-01", today.minusYears(1).toString())
                .replace("2030-03-31", today.plusYears(2).toString())
                .replace("\"review\":", "\"noticeMonths\":6,\"review\":"));
    return Api.step(Api.step(draft, "award", Api.award("Fernleigh Ltd")), "activate", null);
  }

  private static Response write(Response contract, @Nullable String etag, String body) {
    RequestSpecification request = Api.keeper().body(body);
    if (etag != null) {
      request.header("If-Match", etag);
    }
    return request.put("/v1/contracts/" + Api.id(contract) + "/decommissioning-plan");
  }

  private String complete(int people, LocalDate supplierTold) {
    LocalDate today = LocalDate.now(clock);
    return """
        {"reason":"Need fell by half","peopleAffected":42,"responsible":"Head of Commissioning",
         "alternatives":[{"offer":"Ember CIC day service","people":%d,"from":"%s"}],
         "consultedFrom":"%s","consultedTo":"%s","consultationOutcome":"Moves one month later",
         "impact":"Older women most affected; transport arranged","peopleTold":"%s",
         "supplierTold":"%s","lastDay":"%s"}"""
        .formatted(
            people,
            today.plusMonths(7),
            today.minusMonths(5),
            today.minusMonths(2),
            today,
            supplierTold,
            today.plusMonths(7));
  }

  @Test
  void no_service_is_decommissioned_while_its_plan_leaves_something_open() {
    Response contract = active();
    LocalDate today = LocalDate.now(clock);
    Response begun = write(contract, null, "{\"peopleAffected\":42}");
    begun
        .then()
        .statusCode(201)
        .body("complete", equalTo(false), "missing", hasSize(8))
        .body("missing.message", hasItem(containsString("for 0 of the 42 people")));
    String decommission = "{\"reason\":\"Replaced\"}";
    Api.step(contract, "decommission", decommission)
        .then()
        .spec(Problems.problem(422, "DECOMMISSIONING_PLAN_INCOMPLETE"))
        .body(
            "violations.pointer",
            containsInAnyOrder(
                "/reason",
                "/alternatives",
                "/consultedFrom",
                "/impact",
                "/peopleTold",
                "/supplierTold",
                "/lastDay",
                "/responsible"));
    String shortPlan =
        "{\"reason\":\"Replaced\",\"plan\":{\"peopleAffected\":42,\"alternatives\":\"Some\","
            + "\"noticeGiven\":\"%s\",\"lastDay\":\"%s\"}}";
    Api.step(contract, "decommission", shortPlan.formatted(today, today.plusMonths(7)))
        .then()
        .spec(Problems.problem(422, "DECOMMISSIONING_PLAN_INCOMPLETE"));
    write(contract, null, complete(42, today))
        .then()
        .spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    Response almost = write(contract, begun.header("ETag"), complete(41, today.plusMonths(2)));
    almost
        .then()
        .statusCode(200)
        .body("missing.pointer", containsInAnyOrder("/alternatives", "/supplierTold"));
    write(contract, almost.header("ETag"), complete(42, today))
        .then()
        .statusCode(200)
        .body("complete", equalTo(true), "missing", hasSize(0));
    Api.step(contract, "decommission", decommission)
        .then()
        .statusCode(200)
        .body("status", equalTo("ACTIVE"), "ending.kind", equalTo("DECOMMISSIONING"))
        .body("ending.plan.alternatives", equalTo("Ember CIC day service (42)"));
    String plan = "/v1/contracts/" + Api.id(contract) + "/decommissioning-plan";
    Api.keeper().get(plan).then().body("status", equalTo("PREPARED"));
  }

  @Test
  void a_plan_counts_everybody_who_is_placed_under_the_contract() {
    Response contract = active();
    LocalDate today = LocalDate.now(clock);
    for (int person = 1; person < 3; person++) {
      Api.keeper()
          .body(
              """
              {"contractId":"%s","provider":{"name":"Fernleigh Ltd"},"kind":"SPOT","careType":"HOMECARE",
               "personReference":"P-%d","weeklyPrice":{"amount":300,"currency":"GBP"},"startDate":"%s"}"""
                  .formatted(Api.id(contract), person, today))
          .post("/v1/placements")
          .then()
          .statusCode(201);
    }
    String shortPlan =
        "{\"reason\":\"Replaced\",\"plan\":{\"peopleAffected\":1,\"alternatives\":\"Some\","
            + "\"noticeGiven\":\"%s\",\"lastDay\":\"%s\"}}";
    Api.step(contract, "decommission", shortPlan.formatted(today, today.plusMonths(7)))
        .then()
        .spec(Problems.violation(422, "DECOMMISSIONING_PLAN_INCOMPLETE", "/plan/peopleAffected"));
    String fewer = complete(42, today).replace("\"peopleAffected\":42", "\"peopleAffected\":1");
    write(contract, null, fewer)
        .then()
        .statusCode(201)
        .body("missing.pointer", equalTo(List.of("/peopleAffected")))
        .body("missing[0].message", containsString("2 people have an active placement"));
  }

  @Test
  void a_plan_is_the_authoritys_own_and_of_a_contract_that_has_not_ended() {
    Response contract = active();
    String path = "/v1/contracts/" + Api.id(contract) + "/decommissioning-plan";
    Api.keeper().get(path).then().spec(Problems.problem(404, "NOT_FOUND"));
    Api.as(Api.OTHER).get(path).then().spec(Problems.problem(403, "WRONG_AUTHORITY"));
    Api.step(
            contract,
            "terminate",
            "{\"date\":\"%s\",\"reason\":\"x\"}".formatted(LocalDate.now(clock)))
        .then()
        .statusCode(200);
    write(contract, null, "{}").then().spec(Problems.problem(422, "CONTRACT_ENDED"));
  }
}
