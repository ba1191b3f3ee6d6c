package uk.carecontracts.monitoring.assessments;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.LocationEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@OnStage
class AssessmentsResourceTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  private static JsonPath begun(ContractEvent contract) {
    return Api.officer()
        .body(Map.of("contractId", contract.id))
        .post("/v1/assessments")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static void judgeAll(JsonPath begun, String short1, String short2) {
    List<Map<String, Object>> judgements =
        begun.<Map<String, Object>>getList("standards").stream()
            .map(
                each -> {
                  String code = each.get("standard").toString();
                  boolean falls = code.equals(short1) || code.equals(short2);
                  return Map.<String, Object>of(
                      "standard",
                      code,
                      "score",
                      falls ? 2 : 3,
                      "finding",
                      "Seen on the day",
                      "shortfall",
                      falls ? "Not everyone was up to date" : "");
                })
            .toList();
    Api.officer()
        .header("If-Match", "*")
        .body(Map.of("judgements", judgements))
        .put("/v1/assessments/" + begun.getString("id") + "/judgements")
        .then()
        .statusCode(200);
  }

  @Test
  void from_draft_over_challenge_to_publication_action_plan_and_review() {
    ContractEvent contract = ContractEvent.active();
    Api.planOf(contract.send());
    JsonPath begun = begun(contract);
    String at = "/v1/assessments/" + begun.getString("id");
    Api.provider(contract).get(at).then().spec(Problems.problem(404, "NOT_FOUND"));
    Api.officer()
        .header("If-Match", "\"1\"")
        .post(at + "/share")
        .then()
        .spec(Problems.violation(422, "ASSESSMENT_INCOMPLETE", "/judgements"));
    judgeAll(begun, "TRAINING_KEPT_UP", "MEDICINES_SAFE");
    Api.officer()
        .header("If-Match", "*")
        .post(at + "/share")
        .then()
        .statusCode(200)
        .body("challengeBy", equalTo(TODAY.plusDays(14).toString()));

    Map<String, Object> challenge =
        Map.of("standard", "MEDICINES_SAFE", "text", "The charts of that week were all complete");
    Api.json(Tokens.provider(contract.authority(), UUID.randomUUID()))
        .header("If-Match", "*")
        .body(challenge)
        .post(at + "/challenges")
        .then()
        .spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    String challengeId =
        Api.provider(contract)
            .header("If-Match", "*")
            .body(challenge)
            .post(at + "/challenges")
            .then()
            .statusCode(200)
            .extract()
            .path("challenges[0].id");
    Api.officer()
        .header("If-Match", "*")
        .post(at + "/publish")
        .then()
        .spec(Problems.problem(422, "CHALLENGES_OPEN"));
    Map<String, Object> decision =
        Map.of(
            "challengeId", challengeId, "upheld", true, "reason", "Charts were shown", "score", 3);
    Api.officer()
        .header("If-Match", "*")
        .body(decision)
        .post(at + "/challenge-decisions")
        .then()
        .spec(Problems.problem(403, "REVIEWER_INVOLVED"));
    Api.json(Tokens.ofClient("colleague", "monitoring:write", contract.authority()))
        .header("If-Match", "*")
        .body(decision)
        .post(at + "/challenge-decisions")
        .then()
        .statusCode(200)
        .body("challenges[0].upheld", equalTo(true));
    Api.officer()
        .header("If-Match", "*")
        .post(at + "/publish")
        .then()
        .spec(Problems.problem(422, "CHALLENGE_STILL_OPEN"));
    Api.provider(contract).header("If-Match", "*").post(at + "/accept").then().statusCode(200);
    Api.officer()
        .header("If-Match", "*")
        .post(at + "/publish")
        .then()
        .statusCode(200)
        .body("result.rating", equalTo("GOOD"))
        .body("actionPlanBy", equalTo(TODAY.plusDays(14).toString()))
        .body("reAuditBy", equalTo(TODAY.plusMonths(6).toString()));
    Api.officer()
        .get("/v1/risk/contracts/" + contract.id)
        .then()
        .body("lastReviewedOn", equalTo(TODAY.toString()))
        .body("factors[3].points", equalTo(0.00f));

    Api.provider(contract)
        .accept("text/csv")
        .get("/v1/assessments?contractId=" + contract.id)
        .then()
        .statusCode(200)
        .contentType("text/csv;charset=UTF-8")
        .body(startsWith("id,contractId,providerId,contractReference,contractTitle,providerName,"))
        .body(containsString(",Home care in the north,Elm Care Ltd,"))
        .body(containsString(",PUBLISHED,," + TODAY + "," + TODAY + ","))
        .body(containsString("," + TODAY + ",GOOD,"))
        .body(endsWith("," + TODAY.plusDays(14) + "," + TODAY.plusMonths(6) + "\r\n"));
    followTheActions(contract, begun.getString("id"));
    Api.officer()
        .body(Map.of("contractId", contract.id, "reAuditOf", begun.getString("id")))
        .post("/v1/assessments")
        .then()
        .statusCode(201)
        .body("standards.standard", contains("TRAINING_KEPT_UP"));
  }

  private static void followTheActions(ContractEvent contract, String assessment) {
    Map<String, Object> action =
        Map.of(
            "shortfall", "ENOUGH_STAFF",
            "action", "Recruit",
            "owner", "Registered manager",
            "dueOn", TODAY.plusMonths(2).toString());
    Api.provider(contract)
        .body(Map.of("assessmentId", assessment, "actions", List.of(action)))
        .post("/v1/action-plans")
        .then()
        .spec(Problems.violation(422, "SHORTFALL_WITHOUT_ACTION", "/actions"));
    Map<String, Object> right =
        Map.of(
            "shortfall", "TRAINING_KEPT_UP",
            "action", "Everyone trained and observed",
            "owner", "Registered manager",
            "dueOn", TODAY.plusMonths(2).toString());
    JsonPath plan =
        Api.provider(contract)
            .body(Map.of("assessmentId", assessment, "actions", List.of(right)))
            .post("/v1/action-plans")
            .then()
            .statusCode(201)
            .body("nextDue", notNullValue())
            .extract()
            .jsonPath();
    String at = "/v1/action-plans/" + plan.getString("id");
    String actionAt = at + "/actions/" + plan.getString("actions[0].id");
    Api.officer()
        .header("If-Match", "\"1\"")
        .body("{\"accepted\": true, \"reason\": \"Seen\"}")
        .post(actionAt + "/verify")
        .then()
        .spec(Problems.problem(409, "ACTION_NOT_DONE"));
    Api.provider(contract)
        .header("If-Match", "\"1\"")
        .body("{\"evidence\": \"Training record of June\"}")
        .post(actionAt + "/done")
        .then()
        .statusCode(200);
    Api.officer()
        .header("If-Match", "\"2\"")
        .body("{\"accepted\": true, \"reason\": \"Record seen\"}")
        .post(actionAt + "/verify")
        .then()
        .statusCode(200)
        .body("status", equalTo("COMPLETED"));
    Api.json(Tokens.provider(contract.authority(), UUID.randomUUID()))
        .get(at)
        .then()
        .spec(Problems.problem(403, "PROVIDER_NOT_PARTY"));
    Api.provider(contract)
        .get("/v1/action-plans")
        .then()
        .body("items.id", contains(plan.getString("id")));
  }

  @Test
  void what_a_recent_inspection_found_good_is_not_asked_again_and_the_plan_says_so() {
    UUID provider = UUID.randomUUID();
    ContractEvent contract = ContractEvent.active().provider(provider);
    String plan = Api.planOf(contract.send());
    Api.officer()
        .get("/v1/monitoring-plans/" + plan)
        .then()
        .body("assurance.find { it.domain == 'SAFEGUARDING' }.reliedOn", equalTo(false));
    LocalDate report = TODAY.minusMonths(3);
    LocationEvent location =
        LocationEvent.of(provider)
            .reportDate(report)
            .keyQuestions(Map.of("safe", "GOOD", "effective", "REQUIRES_IMPROVEMENT"))
            .send();
    Await.until(
        () ->
            Api.officer()
                .get("/v1/monitoring-plans/" + plan)
                .then()
                .body("assurance.find { it.domain == 'SAFEGUARDING' }.reliedOn", equalTo(true))
                .body(
                    "assurance.find { it.domain == 'SAFEGUARDING' }.until",
                    equalTo(report.plusMonths(12).toString()))
                .body("assurance.find { it.domain == 'WORKFORCE' }.reliedOn", equalTo(false)));
    begun(contract);
    Api.officer()
        .get("/v1/assessments?contractId=" + contract.id)
        .then()
        .body("items[0].standards.domain", not(hasItem("SAFEGUARDING")))
        .body("items[0].standards.domain", hasItem("WORKFORCE"));

    location.version(2).keyQuestions(Map.of("safe", "INADEQUATE")).send();
    Await.until(
        () ->
            Api.officer()
                .get("/v1/monitoring-plans/" + plan)
                .then()
                .body("assurance.find { it.domain == 'SAFEGUARDING' }.reliedOn", equalTo(false)));
  }

  @Test
  void standards_are_dated_and_an_authority_may_add_its_own() {
    List<String> codes =
        Api.officer("E10000031")
            .get("/v1/standards?serviceType=RESIDENTIAL_CARE")
            .then()
            .statusCode(200)
            .body("items.findAll { it.minimum }.domain", hasItem("SAFEGUARDING"))
            .extract()
            .path("items.code");
    assertFalse(codes.contains("VISITS_AS_AGREED"));
    Map<String, Object> own =
        Map.of(
            "code", "WELSH_SPOKEN",
            "title", "People are spoken to in Welsh if they wish",
            "domain", "WELLBEING",
            "weight", 1,
            "minimum", false);
    Api.officer("E10000031").body(own).post("/v1/standards").then().statusCode(201);
    Api.officer("E10000031")
        .get("/v1/standards")
        .then()
        .body("items.code", hasItem("WELSH_SPOKEN"));
    Api.officer().get("/v1/standards").then().body("items.code", not(hasItem("WELSH_SPOKEN")));
  }
}
