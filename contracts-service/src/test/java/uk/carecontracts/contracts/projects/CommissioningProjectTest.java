package uk.carecontracts.contracts.projects;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@ContractsInfrastructure
class CommissioningProjectTest {
  private static final String COUNCIL = "E10000020";
  private static final String TERMS =
      """
      {"title":"Homecare from 2028","description":"Support at home","directorate":"=Adults","department":"Commissioning",
       "categories":{"proclass":"321014","cpv":["85312400"]},"serviceType":"HOMECARE",
       "clientGroups":["OLDER_PEOPLE"],"area":"North","estimatedTotal":{"amount":4000000.00,"currency":"GBP"},
       "estimatedAnnual":{"amount":1000000.00,"currency":"GBP"},"start":"2028-04-01","end":"2032-03-31",
       "outcomes":["People live at home for longer"],"minimumStandards":["Visits of 30 minutes"],
       "socialValue":[{"measure":"Apprentices","target":5,"unit":"a year"}]}""";
  private static final String APPRAISAL =
      """
      {"decidedBy":"Cabinet","appraisal":{"criteria":[{"code":"QUALITY","title":"Quality","weight":60},
        {"code":"PRICE","title":"Price","weight":40}],"options":[
        {"code":"OWN","title":"Own service","delivery":"IN_HOUSE","scores":{"QUALITY":7,"PRICE":4}},
        {"code":"BUY","title":"Contract","delivery":"OUTSOURCED","scores":{"QUALITY":6,"PRICE":8}}],
        "chosen":"BUY"}}""";

  private String project = "";
  private String etag = "";

  private static RequestSpecification keeper(String council) {
    return given().auth().oauth2(Tokens.contracts(council)).contentType(ContentType.JSON);
  }

  private Response post(String path, String body) {
    return send(keeper(COUNCIL).header("If-Match", etag).body(body).post(at(path)));
  }

  private Response put(String path, String body) {
    return send(keeper(COUNCIL).header("If-Match", etag).body(body).put(at(path)));
  }

  private String at(String path) {
    return "/v1/commissioning-projects/" + project + path;
  }

  private Response send(Response response) {
    if (response.statusCode() < 300) {
      etag = response.header("ETag");
    }
    return response;
  }

  private void evidence(String... codes) {
    for (String code : codes) {
      post(
              "/items/" + code + "/evidence",
              "{\"summary\":\"Report\",\"url\":\"https://x.example/r\"}")
          .then()
          .statusCode(200);
    }
  }

  private Response gate() {
    return post("/pass-gate", "{\"decidedBy\":\"Board\",\"why\":\"All done\"}");
  }

  private void asSpreadsheet() {
    String list = "/v1/commissioning-projects?stage=";
    keeper(COUNCIL)
        .accept("text/csv")
        .get(list + "ANALYSE")
        .then()
        .statusCode(200)
        .contentType(equalTo("text/csv;charset=UTF-8"))
        .body(startsWith("id,title,stage,openItems,"))
        .body(containsString(project + ",Homecare from 2028,ANALYSE,"))
        .body(
            containsString(
                ",MAJOR,'=Adults,Commissioning,HOMECARE,OLDER_PEOPLE,North,4000000.00,"));
    keeper(COUNCIL)
        .accept("text/csv")
        .get(list + "CLOSED")
        .then()
        .statusCode(200)
        .body(not(containsString(project)));
    keeper("E10000016")
        .accept("text/csv")
        .get(list + "ANALYSE")
        .then()
        .statusCode(200)
        .body(not(containsString(project)));
  }

  @Test
  void a_project_goes_through_its_gates_and_ends_in_a_contract() {
    Response opened = send(keeper(COUNCIL).body(TERMS).post("/v1/commissioning-projects"));
    opened
        .then()
        .statusCode(201)
        .body("stage", equalTo("ANALYSE"))
        .body("valueTier", equalTo("MAJOR"))
        .body("items.code", hasItems("NEEDS_ANALYSIS", "SAFETY_ON_HANDOVER"));
    project = opened.jsonPath().getString("id");
    asSpreadsheet();
    keeper("E10000016").get(at("")).then().spec(Problems.problem(404, "NOT_FOUND"));
    gate().then().spec(Problems.violation(422, "GATE_CLOSED", "/items/NEEDS_ANALYSIS"));
    evidence("NEEDS_ANALYSIS", "MARKET_ASSESSMENT", "BEST_PRACTICE", "BENCHMARKING", "LESSONS");
    post(
            "/items/JOINT_PROCUREMENT/waiver",
            "{\"reason\":\"No neighbour buys this year\",\"decidedBy\":\"Board\"}")
        .then()
        .statusCode(200)
        .body("decisions.kind", hasItem("WAIVER"));
    gate().then().statusCode(200).body("stage", equalTo("PLAN"));
    post(
            "/decisions",
            "{\"what\":\"One lot\",\"why\":\"One team covers the area\",\"decidedBy\":\"Board\"}")
        .then()
        .statusCode(200)
        .body("decisions.what", hasItem("One lot"));

    post(
            "/items/CO_PRODUCTION/waiver",
            "{\"reason\":\"No time\",\"decidedBy\":\"Head\",\"lesserSteps\":[]}")
        .then()
        .spec(Problems.violation(422, "SERVICE_USERS_LEFT_OUT", "/reason"));
    String full = "The service closes within a month because its building is unsafe. ".repeat(2);
    post("/items/CO_PRODUCTION/waiver", "{\"reason\":\"" + full + "\",\"decidedBy\":\"Head\"}")
        .then()
        .spec(Problems.violation(422, "SERVICE_USERS_LEFT_OUT", "/lesserSteps"));
    post(
            "/items/CO_PRODUCTION/waiver",
            "{\"reason\":\""
                + full
                + "\",\"decidedBy\":\"Head\",\"lesserSteps\":[{\"step\":\"Ask an advocate\","
                + "\"whyNot\":\"None is free before the closure\"}]}")
        .then()
        .statusCode(200)
        .body("decisions.kind", hasItem("SERVICE_USERS_LEFT_OUT"));
    post("/items/OPTIONS_APPRAISAL/evidence", "{\"summary\":\"x\"}")
        .then()
        .spec(Problems.problem(422, "APPRAISAL_MISSING"));
    put("/options-appraisal", APPRAISAL.replace("IN_HOUSE", "OUTSOURCED"))
        .then()
        .spec(Problems.problem(422, "ONE_SIDED_APPRAISAL"));
    put("/options-appraisal", APPRAISAL).then().statusCode(200);
    keeper(COUNCIL)
        .get(at("/options-appraisal"))
        .then()
        .statusCode(200)
        .body("ranking[0].code", equalTo("BUY"))
        .body("ranking[0].score", equalTo(6.80f))
        .body("sensitivity[1].turnsAt", equalTo(15.00f))
        .body("sensitivity[1].wouldWin", equalTo("OWN"));
    post("/items/RISK_ASSESSMENT/evidence", "{\"summary\":\"x\"}")
        .then()
        .spec(Problems.problem(422, "RISKS_MISSING"));
    put(
            "/risks",
            "{\"code\":\"HANDOVER\",\"title\":\"Carers leave\",\"likelihood\":3,\"impact\":5}")
        .then()
        .statusCode(200);
    evidence(
        "OPTIONS_APPRAISAL",
        "INNOVATION",
        "CONTRACT_LENGTH",
        "SOCIAL_VALUE",
        "VCS_IMPACT",
        "RISK_ASSESSMENT",
        "RESOURCES",
        "SAFETY_ON_HANDOVER");
    String award =
        """
        {"reference":"%s","type":"BLOCK","regime":"LIGHT_TOUCH","procedure":"OPEN","decidedBy":"Cabinet",
         "why":"Best quality","award":%s}""";
    post("/award", award.formatted("X", Api.award("Fernleigh Ltd")))
        .then()
        .spec(Problems.problem(422, "WRONG_STAGE"));
    gate().then().statusCode(200).body("stage", equalTo("DO"));
    evidence("SPECIFICATION", "EVALUATION_PANEL", "AWARD_DECISION", "MOBILISATION");
    gate().then().spec(Problems.problem(422, "NOT_AWARDED"));
    String dearer =
        Api.award("Fernleigh Ltd")
            .replace(
                "\"suppliers\"",
                "\"value\":{\"amount\":4200000.00,\"currency\":\"GBP\"},\"suppliers\"");
    Response awarded = post("/award", award.formatted(Api.reference(), dearer));
    awarded.then().statusCode(200).body("contractId", notNullValue());
    keeper(COUNCIL)
        .get("/v1/contracts/" + awarded.jsonPath().getString("contractId"))
        .then()
        .statusCode(200)
        .body("status", equalTo("AWARDED"))
        .body("outcomes", equalTo(List.of("People live at home for longer")))
        .body("minimumStandards", hasSize(1))
        .body("socialValue[0].measure", equalTo("Apprentices"))
        .body("values.total.amount", equalTo(4200000.00f))
        .body("values.annual", nullValue())
        .body("dates.start", equalTo("2028-04-01"))
        .body("parties[0].name", equalTo("Fernleigh Ltd"))
        .body("description", containsString("Option BUY chosen"));
    post("/award", award.formatted(Api.reference(), Api.award("Fernleigh Ltd")))
        .then()
        .spec(Problems.problem(422, "ALREADY_AWARDED"));
    gate().then().statusCode(200).body("stage", equalTo("REVIEW"));
    evidence("OUTCOME_REVIEW", "LESSONS_LEARNED");
    gate().then().statusCode(200).body("stage", equalTo("CLOSED")).body("closedOn", notNullValue());
    post("/decisions", "{\"what\":\"x\",\"why\":\"y\",\"decidedBy\":\"z\"}")
        .then()
        .spec(Problems.problem(422, "PROJECT_CLOSED"));
    keeper(COUNCIL)
        .get("/v1/commissioning-projects/yearly-report")
        .then()
        .statusCode(200)
        .body("serviceUsersLeftOut", hasSize(1))
        .body("waivers", hasSize(1))
        .body("decisionsByKind.GATE", equalTo(4));
    keeper(COUNCIL)
        .get("/v1/commissioning-projects?stage=CLOSED&limit=1")
        .then()
        .body("items[0].id", equalTo(project));
    keeper(COUNCIL).header("If-None-Match", etag).get(at("")).then().statusCode(304);
  }

  /** £250,000 a year for four years is £1 million. */
  @Test
  void the_value_of_a_year_counts_for_every_year_of_the_term() {
    String annual =
        "{\"title\":\"Reablement\",\"estimatedAnnual\":{\"amount\":%s,\"currency\":\"GBP\"}%s}";
    String term = ",\"start\":\"2028-04-01\",\"end\":\"2032-03-31\"";
    keeper(COUNCIL)
        .body(annual.formatted("250000", term))
        .post("/v1/commissioning-projects")
        .then()
        .body("valueTier", equalTo("MAJOR"));
    keeper(COUNCIL)
        .body(annual.formatted("249999.99", term))
        .post("/v1/commissioning-projects")
        .then()
        .body("valueTier", equalTo("LIGHT_TOUCH"));
    keeper(COUNCIL)
        .body(annual.formatted("250000", ""))
        .post("/v1/commissioning-projects")
        .then()
        .body("valueTier", equalTo("SMALL"));
  }

  @Test
  void a_small_one_asks_for_less_and_stale_writes_are_refused() {
    Response opened =
        send(
            keeper(COUNCIL)
                .body(
                    "{\"title\":\"Lunch club\",\"estimatedTotal\":{\"amount\":9000,\"currency\":\"GBP\"}}")
                .post("/v1/commissioning-projects"));
    opened
        .then()
        .statusCode(201)
        .body("valueTier", equalTo("QUOTE"))
        .body("items.findAll { it.required && it.stage == 'ANALYSE' }", hasSize(1));
    project = opened.jsonPath().getString("id");
    post("/items/NEEDS_ANALYSIS/evidence", "{\"summary\":\"Planned\",\"on\":\"2099-01-01\"}")
        .then()
        .spec(Problems.violation(422, "DAY_TO_COME", "/on"));
    evidence("NEEDS_ANALYSIS");
    keeper(COUNCIL)
        .header("If-Match", "\"1\"")
        .body("{\"decidedBy\":\"Board\",\"why\":\"All done\"}")
        .post(at("/pass-gate"))
        .then()
        .spec(Problems.problem(412, "STALE_VERSION"));
    keeper(COUNCIL)
        .body("{\"decidedBy\":\"Board\",\"why\":\"All done\"}")
        .post(at("/pass-gate"))
        .then()
        .spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    gate().then().statusCode(200);
    post("/items/NO_SUCH/evidence", "{\"summary\":\"x\"}")
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
    keeper(COUNCIL)
        .get("/v1/commissioning-projects/" + UUID.randomUUID())
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
    keeper(COUNCIL)
        .get("/v1/commissioning-projects/templates")
        .then()
        .statusCode(200)
        .body("[0].source", containsString("Institute of Public Care"));
  }
}
