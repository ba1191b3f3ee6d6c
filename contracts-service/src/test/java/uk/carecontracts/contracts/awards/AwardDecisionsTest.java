package uk.carecontracts.contracts.awards;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;

@QuarkusTest
@ContractsInfrastructure
class AwardDecisionsTest {
  private static final String COMPLETE =
      """
      {"subjectMatter":"Support at home for older people in Northvale",
       "criteria":[
        {"code":"QUALITY","name":"Care planned with the person","kind":"QUALITY","weightPercent":60,
         "linkToSubject":"Support follows what each person wants"},
        {"code":"PRICE","name":"Price an hour","kind":"PRICE","weightPercent":30,
         "linkToSubject":"What the council can afford for everyone"},
        {"code":"LOCAL","name":"Local jobs","kind":"SOCIAL_VALUE","weightPercent":10,
         "linkToSubject":"Carers who know Northvale"}],
       "panel":[{"role":"Strategic commissioner","capacity":"OFFICER","interestsDeclared":true},
        {"role":"Expert by experience","capacity":"PERSON_WHO_USES_SERVICES","interestsDeclared":true}],
       "tenders":[{"tenderer":"Alder Ltd","scores":[{"criterion":"QUALITY","of100":70},
         {"criterion":"PRICE","of100":100},{"criterion":"LOCAL","of100":50}]},
        {"tenderer":"Birch CIC","scores":[{"criterion":"QUALITY","of100":90},
         {"criterion":"PRICE","of100":80},{"criterion":"LOCAL","of100":90}]}]}""";

  @Inject Clock clock;

  private Response prepare(Response contract, String content) {
    return Api.keeper()
        .body("{\"contractId\":\"%s\",\"content\":%s}".formatted(Api.id(contract), content))
        .post("/v1/award-decisions");
  }

  private Response decide(Response decision, String tenderer, String more) {
    return Api.keeper()
        .header("If-Match", decision.header("ETag"))
        .body(
            "{\"tenderer\":\"%s\",\"decidedOn\":\"%s\",\"decidedBy\":\"Cabinet Member\",\"reason\":\"Best care\"%s}"
                .formatted(tenderer, LocalDate.now(clock), more))
        .post("/v1/award-decisions/" + Api.id(decision) + "/decide");
  }

  @Test
  void an_award_is_decided_on_criteria_that_are_whole_and_linked_by_a_panel_with_people() {
    Response contract = Api.draft(Api.complete(Api.reference()));
    Response begun =
        prepare(
            contract,
            "{\"criteria\":[{\"code\":\"P\",\"name\":\"Price\",\"kind\":\"PRICE\",\"weightPercent\":99.99}]}");
    begun
        .then()
        .statusCode(201)
        .body("status", equalTo("PREPARED"))
        .body("missing.pointer", hasItem("/subjectMatter"));
    decide(begun, "Birch CIC", "")
        .then()
        .spec(Problems.problem(422, "AWARD_NOT_DECIDABLE"))
        .body("violations.message", hasItem("The weights total 99.99 %, not 100 %."))
        .body(
            "violations.pointer",
            containsInAnyOrder(
                "/subjectMatter",
                "/criteria",
                "/criteria",
                "/criteria",
                "/panel",
                "/panel",
                "/tenderer"));
    prepare(contract, "{}").then().spec(Problems.problem(409, "AWARD_DECISION_EXISTS"));
    Response ready =
        Api.keeper()
            .header("If-Match", begun.header("ETag"))
            .body(COMPLETE)
            .put("/v1/award-decisions/" + Api.id(begun));
    ready
        .then()
        .statusCode(200)
        .body("missing", hasSize(0), "qualityPercent", equalTo(60), "pricePercent", equalTo(30))
        .body("results[0].tenderer", equalTo("Birch CIC"), "results[0].total", equalTo(87.00f))
        .body("results[1].total", equalTo(77.00f));
    decide(ready, "Alder Ltd", "")
        .then()
        .spec(Problems.violation(422, "AWARD_NOT_DECIDABLE", "/departureBecause"));
    decide(ready, "Alder Ltd", ",\"departureBecause\":\" \"")
        .then()
        .spec(Problems.violation(422, "AWARD_NOT_DECIDABLE", "/departureBecause"));
    Response decided = decide(ready, "Birch CIC", "");
    decided.then().statusCode(200).body("status", equalTo("DECIDED"));
    Api.keeper()
        .header("If-Match", decided.header("ETag"))
        .body(COMPLETE)
        .put("/v1/award-decisions/" + Api.id(begun))
        .then()
        .spec(Problems.problem(422, "WRONG_STATUS"));
    Api.as(Api.OTHER)
        .get("/v1/award-decisions/" + Api.id(begun))
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
  }

  @Test
  void without_people_who_use_services_the_panel_explains_itself() {
    String alone = COMPLETE.replace("PERSON_WHO_USES_SERVICES", "PARTNER");
    Response decision = prepare(Api.draft(Api.complete(Api.reference())), alone);
    decide(decision, "Birch CIC", "")
        .then()
        .spec(Problems.violation(422, "AWARD_NOT_DECIDABLE", "/panel"));
    String explained =
        alone.replace("\"tenders\":", "\"noPeopleBecause\":\"Nobody could be asked\",\"tenders\":");
    Response reworked =
        Api.keeper()
            .header("If-Match", decision.header("ETag"))
            .body(explained)
            .put("/v1/award-decisions/" + Api.id(decision));
    decide(reworked, "Alder Ltd", ",\"departureBecause\":\"Birch CIC withdrew\"")
        .then()
        .statusCode(200);
  }

  @Test
  void the_decisions_of_a_year_are_a_register_and_a_summary_also_as_spreadsheets() {
    Response contract = Api.draft(Api.complete(Api.reference()));
    Response decision = prepare(contract, COMPLETE);
    decide(decision, "Birch CIC", "").then().statusCode(200);
    Response awarded =
        Api.step(
            contract,
            "award",
            Api.award("Birch CIC").replace("2026-03-01", LocalDate.now(clock).toString()));
    awarded.then().statusCode(200);
    int year = LocalDate.now(clock).getYear();
    Response first = Api.keeper().get("/v1/award-decisions/register?limit=1");
    first
        .then()
        .statusCode(200)
        .body("items", hasSize(1), "items[0].contractId", equalTo(Api.id(contract)))
        .body("items[0].decision", equalTo("CONTRACT_AWARDED"));
    Api.keeper()
        .get("/v1/award-decisions/register?limit=1&cursor=" + first.path("next"))
        .then()
        .body("items[0].decision", equalTo("AWARD_DECISION_DECIDED"))
        .body("items[0].reason", equalTo("Cabinet Member: Birch CIC. Best care"));
    Api.keeper()
        .get("/v1/award-decisions/summary?year=" + year)
        .then()
        .statusCode(200)
        .body("evaluation.decided", greaterThanOrEqualTo(1))
        .body("evaluation.withPeopleWhoUseServices", greaterThanOrEqualTo(1))
        .body("awards.regime", hasItem("LIGHT_TOUCH"))
        .body("decisions.kind", hasItem("CONTRACT_AWARDED"));
    String csv =
        Api.keeper()
            .accept("text/csv")
            .get("/v1/award-decisions/summary")
            .then()
            .extract()
            .asString();
    assertTrue(csv.startsWith("section,kind,detail,count,value"), csv);
    String register =
        Api.keeper()
            .accept("text/csv")
            .get("/v1/award-decisions/register")
            .then()
            .extract()
            .asString();
    assertTrue(register.contains("Cabinet Member: Birch CIC. Best care"), register);
    Api.keeper()
        .get("/v1/award-decisions?year=" + year + "&limit=1")
        .then()
        .body("items", hasSize(1), "items[0].status", equalTo("DECIDED"));
    Api.keeper()
        .get("/v1/award-decisions/summary?year=26")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));
    Api.as(Api.OTHER)
        .get("/v1/award-decisions/register")
        .then()
        .body("items.contractId", org.hamcrest.Matchers.not(hasItem(Api.id(contract))));
  }
}
