package uk.carecontracts.monitoring.reviews;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.Tokens;

/** What is decided at a review to be done, by whom and until when. */
@QuarkusTest
@OnStage
class ReviewActionsTest {
  private static final String LIST = "/v1/action-plans/actions";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  private static ContractEvent contract() {
    ContractEvent contract = ContractEvent.active().send();
    Api.planOf(contract);
    return contract;
  }

  private static String prepared(ContractEvent contract) {
    return Api.officer()
        .body(Map.of("contractId", contract.id, "plannedFor", TODAY.toString()))
        .post("/v1/contract-reviews")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static Map<String, String> action(String what, String owner, LocalDate dueOn) {
    return Map.of(
        "shortfall", "Missed visits", "action", what, "owner", owner, "dueOn", dueOn.toString());
  }

  private static ValidatableResponse held(
      String review, LocalDate on, List<Map<String, String>> actions) {
    return Api.officer()
        .header("If-Match", "\"1\"")
        .body(
            Map.of(
                "heldOn",
                on.toString(),
                "summary",
                "Rotas were gone through",
                "decisions",
                List.of("Weekly calls"),
                "actions",
                actions))
        .post("/v1/contract-reviews/" + review + "/hold")
        .then();
  }

  @Test
  void actions_of_a_review_are_listed_done_with_evidence_verified_and_in_the_pack() {
    ContractEvent contract = contract();
    String review = prepared(contract);
    String plan =
        held(
                review,
                TODAY,
                List.of(
                    action("Publish the rota on Fridays", "Care coordinator", TODAY.plusDays(40)),
                    action("Recruit four carers", "Registered manager", TODAY.plusDays(20))))
            .statusCode(200)
            .extract()
            .path("actionPlanId");

    List<String> ids =
        Api.officer()
            .get(LIST + "?status=OPEN&reviewId=" + review)
            .then()
            .statusCode(200)
            .body("items.action.owner", contains("Registered manager", "Care coordinator"))
            .body("items[0].planId", equalTo(plan))
            .body("items[0].contractReference", startsWith("REF-"))
            .body("items[0].late", equalTo(false))
            .extract()
            .path("items.action.id");
    String of = LIST + "?contractId=" + contract.id;
    String next =
        Api.officer().get(of + "&limit=1").then().body("items", hasSize(1)).extract().path("next");
    Api.officer()
        .get(of + "&limit=1&cursor=" + next)
        .then()
        .body("items.action.id", contains(ids.get(1)));
    Api.officer()
        .get(of + "&owner=MANAGER&dueBefore=" + TODAY.plusDays(21))
        .then()
        .body("items.action.id", contains(ids.get(0)));
    Api.officer().get(of + "&dueBefore=" + TODAY.plusDays(20)).then().body("items", empty());
    Api.officer()
        .accept("text/csv")
        .get(of + "&limit=1")
        .then()
        .header("Link", allOf(containsString("cursor=" + next), endsWith("rel=\"next\"")));
    Api.officer()
        .accept("text/csv")
        .get(of)
        .then()
        .header("Link", nullValue())
        .body(allOf(startsWith("planId,contractId,"), containsString("Recruit four carers")));

    String at = "/v1/action-plans/" + plan + "/actions/" + ids.get(0);
    Api.provider(contract)
        .header("If-Match", "\"1\"")
        .body("{\"evidence\": \"Four started on Monday\"}")
        .post(at + "/done")
        .then()
        .statusCode(200);
    Api.officer()
        .header("If-Match", "\"2\"")
        .body("{\"accepted\": true, \"reason\": \"Rota seen\"}")
        .post(at + "/verify")
        .then()
        .statusCode(200);
    Api.officer()
        .get(of + "&status=VERIFIED")
        .then()
        .body("items.action.evidence", contains("Four started on Monday"));
    Api.officer()
        .accept("text/html")
        .get("/v1/contract-reviews/" + review + "/pack")
        .then()
        .body(
            allOf(
                containsString("<td>Publish the rota on Fridays</td>"),
                containsString("verified: Four started on Monday"),
                containsString("This review: Missed visits")));
  }

  @Test
  void a_provider_sees_the_actions_of_its_own_contracts_only() {
    ContractEvent contract = contract();
    held(
            prepared(contract),
            TODAY,
            List.of(action("Recruit", "Registered manager", TODAY.plusDays(20))))
        .statusCode(200);
    Api.provider(contract).get(LIST).then().statusCode(200).body("items", hasSize(1));
    String stranger = Tokens.provider(ContractEvent.DEVON, UUID.randomUUID());
    Api.json(stranger).get(LIST).then().statusCode(200).body("items", empty());
    Api.json(stranger).get(LIST + "?contractId=" + contract.id).then().body("items", empty());
    Api.json(stranger)
        .get(LIST + "?providerId=" + contract.provider())
        .then()
        .spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    Api.officer("E10000034").get(LIST + "?contractId=" + contract.id).then().body("items", empty());
  }

  @Test
  void a_review_written_down_late_brings_actions_that_are_due_or_late_already() {
    ContractEvent contract = contract();
    String review = prepared(contract);
    held(review, TODAY.minusDays(9), List.of(action("Too early", "A", TODAY.minusDays(10))))
        .spec(Problems.violation(422, "ACTION_DUE_BEFORE", "/actions/0/dueOn"));
    held(
            review,
            TODAY.minusDays(9),
            List.of(
                action("Call", "Commissioner", TODAY.minusDays(1)),
                action("Look today", "Commissioner", TODAY),
                action("Visit", "Commissioner", TODAY.plusDays(3))))
        .statusCode(200);

    String alerts = "/v1/alerts?contractId=" + contract.id + "&kind=";
    Api.officer().get(alerts + "ACTION_PLAN_LATE").then().body("items", hasSize(1));
    Api.officer().get(alerts + "ACTION_DUE").then().body("items", hasSize(2));
    String list = LIST + "?contractId=" + contract.id;
    Api.officer().get(list + "&late=true").then().body("items.action.action", contains("Call"));
    Api.officer()
        .get(list + "&late=false")
        .then()
        .body("items.action.action", contains("Look today", "Visit"));
    held(review, TODAY, List.of()).statusCode(412);
    Api.officer()
        .get("/v1/action-plans?reviewId=" + review)
        .then()
        .body("items", hasSize(1))
        .body("items[0].agreedOn", equalTo(TODAY.minusDays(9).toString()));

    prepared(contract);
    Api.officer()
        .get("/v1/contract-reviews?contractId=" + contract.id + "&status=PREPARED")
        .then()
        .body("items", hasSize(1))
        .body(
            "items[0].agenda.find { it.point == 'Call' }.why",
            equalTo("Commissioner, due " + TODAY.minusDays(1) + ": overdue"));
  }

  @Test
  void a_plan_answers_a_concern_of_its_own_contract_only() {
    ContractEvent contract = contract();
    ContractEvent other = contract();
    String concern =
        Api.officer()
            .body(
                Map.of(
                    "contractId", other.id,
                    "kind", "QUALITY",
                    "severity", "LOW",
                    "source", "STAFF",
                    "summary", "Late visits"))
            .post("/v1/concerns")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    List<Map<String, String>> actions = List.of(action("Recruit", "Manager", TODAY.plusDays(9)));
    Api.officer()
        .body(Map.of("contractId", contract.id, "concernId", concern, "actions", actions))
        .post("/v1/action-plans")
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
    Api.officer()
        .body(Map.of("contractId", other.id, "concernId", concern, "actions", actions))
        .post("/v1/action-plans")
        .then()
        .statusCode(201);
    Api.officer().get(LIST + "?concernId=" + concern).then().body("items", hasSize(1));
    Api.officer()
        .accept("text/csv")
        .get("/v1/concerns?contractId=" + other.id)
        .then()
        .body(allOf(startsWith("id,contractId,"), containsString("OPEN,STAFF,Late visits,")));
  }
}
