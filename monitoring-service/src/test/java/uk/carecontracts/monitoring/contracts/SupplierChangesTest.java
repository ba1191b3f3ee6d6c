package uk.carecontracts.monitoring.contracts;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.monitoring.stage.ReturnBodies;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.Tokens;

/** What is open between council and supplier goes with the contract to whoever supplies it. */
@QuarkusTest
@OnStage
class SupplierChangesTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final String CLAIM =
      "{\"person\": \"P%s\", \"achievedOn\": \"2026-03-31\", \"evidence\": \"visit\"}";

  private static RequestSpecification token(UUID provider) {
    return Api.json(Tokens.provider(ContractEvent.DEVON, provider));
  }

  private static String made(Object body, String path) {
    return Api.officer().body(body).post(path).then().statusCode(201).extract().path("id");
  }

  private static String actionPlan(ContractEvent contract) {
    Map<String, String> action =
        Map.of(
            "shortfall", "Training",
            "action", "Train everyone",
            "owner", "Registered manager",
            "dueOn", TODAY.plusDays(30).toString());
    return made(Map.of("contractId", contract.id, "actions", List.of(action)), "/v1/action-plans");
  }

  private static String model(ContractEvent contract) {
    return made(
        "{\"contractId\": \"%s\", \"startsOn\": \"2025-04-01\", \"terms\": {\"tariff\": 100}}"
            .formatted(contract.id),
        "/v1/payment-by-results/models");
  }

  @Test
  void a_supplier_matched_late_and_one_that_takes_over_reach_what_is_open_and_nobody_else() {
    ContractEvent contract = ContractEvent.active().unmatched().send();
    String monitoring = Api.twoIndicatorPlan(contract);
    String plan = "/v1/action-plans/" + actionPlan(contract);
    String claims = "/v1/payment-by-results/models/" + model(contract) + "/claims";
    String assessment =
        "/v1/assessments/" + made(Map.of("contractId", contract.id), "/v1/assessments");
    Api.officer().get(plan).then().body("providerId", nullValue());

    UUID first = UUID.randomUUID();
    contract.version(2).provider(first).send();
    Await.until(() -> token(first).get(plan).then().statusCode(200));
    token(first).body(CLAIM.formatted(1)).post(claims).then().statusCode(201);
    Api.officer().get(assessment).then().body("providerId", equalTo(first.toString()));
    String draft =
        token(first)
            .body(ReturnBodies.draft(monitoring, 1, 90, 100, "0.4"))
            .post("/v1/returns")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    UUID second = UUID.randomUUID();
    contract.version(3).provider(second).send();
    Await.until(() -> token(second).get(plan).then().statusCode(200));
    token(second).body(CLAIM.formatted(2)).post(claims).then().statusCode(201);
    Api.officer().get(assessment).then().body("providerId", equalTo(second.toString()));
    token(first).get(plan).then().spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    token(first)
        .body(CLAIM.formatted(3))
        .post(claims)
        .then()
        .spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    String submit = "/v1/returns/" + draft + "/submit";
    token(first)
        .header("If-Match", "*")
        .post(submit)
        .then()
        .spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    token(first).get("/v1/returns/" + draft).then().statusCode(200);
    token(second).header("If-Match", "*").post(submit).then().statusCode(200);
    token(UUID.randomUUID())
        .get("/v1/returns/" + draft)
        .then()
        .spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
  }
}
