package uk.carecontracts.monitoring.risk;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.LocationEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.monitoring.stage.ReturnBodies;
import uk.carecontracts.monitoring.stage.Views;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.TestTopics;

@QuarkusTest
@OnStage
class RiskResourceTest {
  private static final String RISK = "/v1/risk/contracts/";
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  @Inject Views views;

  private static ContractEvent watched(ContractEvent contract) {
    Api.planOf(contract.send());
    return contract;
  }

  private static void awaitFlag(ContractEvent contract, boolean flagged) {
    Await.until(
        () ->
            Api.officer(contract.authority())
                .get(RISK + contract.id)
                .then()
                .statusCode(200)
                .body("flagged", equalTo(flagged)));
  }

  @Test
  void a_rating_that_falls_flags_every_contract_of_the_provider() {
    UUID provider = UUID.randomUUID();
    ContractEvent one = watched(ContractEvent.active().provider(provider));
    ContractEvent two = watched(ContractEvent.active().provider(provider));
    LocationEvent location = LocationEvent.of(provider).send();
    Await.until(
        () ->
            Api.officer()
                .get(RISK + one.id)
                .then()
                .body("factors[0].explanation", equalTo("The worst rating is Good"))
                .body("flagged", equalTo(false)));
    awaitFlag(two, false);

    location.version(2).rating("Requires improvement", "Good").send();
    long sent = System.nanoTime();
    awaitFlag(one, true);
    awaitFlag(two, true);
    System.out.printf("rating fall to two flags: %d ms%n", (System.nanoTime() - sent) / 1_000_000);

    Api.officer()
        .get(RISK + one.id)
        .then()
        .body("reasons[0]", containsString("Elm House fell from GOOD to REQUIRES_IMPROVEMENT"))
        .body("factors.size()", equalTo(8));
    Api.officer()
        .get("/v1/risk/contracts?flagged=true&providerId=" + provider)
        .then()
        .body("items.size()", equalTo(2));
    Await.until(
        () ->
            assertTrue(
                TestTopics.readAll("monitoring.v1", one.id.toString()).stream()
                    .anyMatch(
                        event ->
                            event.type().equals("contract-risk.assessed.v1")
                                && event.data().toString().contains("flagged=true"))));
  }

  @Test
  void the_mark_of_a_fall_is_lifted_by_a_review() {
    UUID provider = UUID.randomUUID();
    ContractEvent contract = watched(ContractEvent.active().provider(provider));
    LocationEvent.of(provider).rating("Requires improvement", "Good").send();
    awaitFlag(contract, true);

    Api.officer()
        .body("{\"reviewedOn\": \"%s\", \"summary\": \"Visited, plan agreed\"}".formatted(TODAY))
        .post(RISK + contract.id + "/reviews")
        .then()
        .statusCode(200)
        .body("flagged", equalTo(false))
        .body("lastReviewedOn", equalTo(TODAY.toString()));
    Api.officer()
        .body("{\"reviewedOn\": \"%s\", \"summary\": \"Later\"}".formatted(TODAY.plusDays(2)))
        .post(RISK + contract.id + "/reviews")
        .then()
        .spec(Problems.violation(422, "REVIEW_IN_FUTURE", "/reviewedOn"));
  }

  @Test
  void special_measures_mean_at_least_high_whatever_an_officer_says() {
    UUID provider = UUID.randomUUID();
    ContractEvent contract = watched(ContractEvent.active().provider(provider));
    LocationEvent.of(provider).rating("Inadequate", "Inadequate").specialMeasures(true).send();
    awaitFlag(contract, true);

    Api.officer()
        .body(
            "{\"tier\": \"LOW\", \"reason\": \"New manager\", \"expires\": \"%s\"}"
                .formatted(TODAY.plusMonths(1)))
        .post(RISK + contract.id + "/overrides")
        .then()
        .statusCode(200)
        .body("tier", equalTo("HIGH"))
        .body("frequencyMonths", equalTo(3))
        .body("reasons", hasItem(startsWith("Set to LOW until")));
  }

  @Test
  void an_override_raises_the_tier_with_its_reason_and_must_not_lie_in_the_past() {
    ContractEvent contract = watched(ContractEvent.active());

    Api.officer()
        .body(
            "{\"tier\": \"ENHANCED\", \"reason\": \"Whistle-blower\", \"expires\": \"%s\"}"
                .formatted(TODAY.plusMonths(1)))
        .post(RISK + contract.id + "/overrides")
        .then()
        .statusCode(200)
        .body("tier", equalTo("ENHANCED"))
        .body("flagged", equalTo(true));
    Api.officer()
        .body("{\"tier\": \"LOW\", \"reason\": \"No\", \"expires\": \"2020-01-01\"}")
        .post(RISK + contract.id + "/overrides")
        .then()
        .spec(Problems.violation(422, "OVERRIDE_EXPIRED", "/expires"));
    Api.officer()
        .body("{\"tier\": \"LOW\", \"reason\": \" \", \"expires\": \"2030-01-01\"}")
        .post(RISK + contract.id + "/overrides")
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "/reason"));
    Api.officer("E10000017")
        .body("{\"tier\": \"LOW\", \"reason\": \"Not mine\", \"expires\": \"2030-01-01\"}")
        .post(RISK + contract.id + "/overrides")
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
  }

  @Test
  void a_return_changes_the_score_at_once_and_nothing_new_is_told_when_nothing_changed() {
    ContractEvent contract = watched(ContractEvent.active());
    String plan = Api.twoIndicatorPlan(contract);
    Api.provider(contract)
        .body(ReturnBodies.submitted(plan, 1, 95, 100, "0.2"))
        .post("/v1/returns")
        .then()
        .statusCode(201);
    Api.officer()
        .get(RISK + contract.id)
        .then()
        .body("factors[2].explanation", equalTo("Indicators achieve 100%"))
        .body("factors[2].points", equalTo(0.00f));

    long before = views.journalled("contract-risk", contract.id);
    contract.version(2).send();
    Await.until(() -> assertEquals(2, views.contractVersion(contract.id)));
    assertEquals(before, views.journalled("contract-risk", contract.id));
  }

  @Test
  void a_list_is_by_score_and_pages_follow_each_other() {
    String authority = "E10000028";
    UUID provider = UUID.randomUUID();
    for (int i = 1; i <= 5; i++) {
      watched(ContractEvent.active().authority(authority).provider(provider).annual(i * 150_000));
    }
    List<Float> scores = new ArrayList<>();
    String cursor = "";
    do {
      var page =
          Api.officer(authority)
              .get("/v1/risk/contracts?limit=2&providerId=" + provider + cursor)
              .then()
              .statusCode(200)
              .extract();
      scores.addAll(page.path("items.score"));
      String next = page.path("next");
      cursor = next == null ? null : "&cursor=" + next;
    } while (cursor != null);

    assertEquals(5, scores.size());
    assertEquals(scores.stream().sorted(Comparator.reverseOrder()).toList(), scores);
    Api.officer(authority)
        .accept("text/csv")
        .get("/v1/risk/contracts")
        .then()
        .statusCode(200)
        .body(startsWith("contractId,contractReference"));
  }

  @Test
  void other_weights_are_tried_without_being_adopted() {
    String authority = "E10000030";
    ContractEvent contract = watched(ContractEvent.active().authority(authority).annual(2_000_000));
    String risk = RISK + contract.id;
    int version = Api.officer(authority).get(risk).then().extract().path("version");

    Api.officer(authority)
        .body(
            """
            {"weights": {"REGULATOR_RATING": 0, "CONCERNS": 0, "INDICATOR_PERFORMANCE": 0,
              "TIME_SINCE_REVIEW": 0, "VALUE_AND_PEOPLE": 90, "PROVIDER_DEPENDENCY": 10,
              "FINANCIAL_STANDING": 0, "DATA_QUALITY": 0}}""")
        .post("/v1/risk/what-if")
        .then()
        .statusCode(200)
        .body("contracts", equalTo(1))
        .body("tiersThen.ENHANCED", equalTo(1))
        .body("moves[0].contractId", equalTo(contract.id.toString()))
        .body("moves[0].scoreThen", equalTo(100.00f))
        .body("moves[0].tierNow", not(equalTo("ENHANCED")));
    Api.officer(authority)
        .body(
            """
            {"weights": {"REGULATOR_RATING": 0, "CONCERNS": 0, "INDICATOR_PERFORMANCE": 0,
              "TIME_SINCE_REVIEW": 0, "VALUE_AND_PEOPLE": 0, "PROVIDER_DEPENDENCY": 0,
              "FINANCIAL_STANDING": 100, "DATA_QUALITY": 0}, "unknownShare": 0.8}""")
        .post("/v1/risk/what-if")
        .then()
        .statusCode(200)
        .body("moves[0].scoreThen", equalTo(80.00f));
    Api.officer(authority).get(risk).then().body("version", equalTo(version));
    Api.officer(authority)
        .body("{\"weights\": {\"CONCERNS\": 50}}")
        .post("/v1/risk/what-if")
        .then()
        .spec(Problems.violation(422, "RISK_WEIGHTS_INVALID", "/weights"));
  }

  @Test
  void providers_do_not_see_risk() {
    ContractEvent contract = watched(ContractEvent.active());

    Api.provider(contract)
        .get(RISK + contract.id)
        .then()
        .spec(Problems.problem(403, "OFFICERS_ONLY"));
    Api.provider(contract)
        .get("/v1/risk/contracts")
        .then()
        .spec(Problems.problem(403, "OFFICERS_ONLY"));
  }
}
