package uk.carecontracts.contracts.forwardplan;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@ContractsInfrastructure
class ForwardPlanTest {
  private static RequestSpecification keeper(String council) {
    return given().auth().oauth2(Tokens.contracts(council)).contentType(ContentType.JSON);
  }

  private static String active(String council, String title, LocalDate end, String total) {
    String body =
        Api.complete(Api.reference())
            .replace("Home care in Northvale", title)
            .replace("2026-04-01", "2024-04-01")
            .replace("2030-03-31", end.toString())
            .replace(",\"review\":\"2028-04-01\"", "")
            .replace("300000.00", total);
    Response draft = keeper(council).body(body).post("/v1/contracts");
    draft.then().statusCode(201);
    String id = draft.jsonPath().getString("id");
    Response awarded =
        keeper(council)
            .header("If-Match", draft.header("ETag"))
            .body(Api.award("Fernleigh Ltd"))
            .post("/v1/contracts/" + id + "/award");
    awarded.then().statusCode(200);
    keeper(council)
        .header("If-Match", awarded.header("ETag"))
        .post("/v1/contracts/" + id + "/activate")
        .then()
        .statusCode(200);
    return id;
  }

  private static LocalDate inMonths(int months) {
    return LocalDate.now(java.time.ZoneId.of("Europe/London")).plusMonths(months);
  }

  @Test
  void the_plan_is_worked_out_from_the_register_and_steps_are_recorded() {
    String council = Api.council();
    String id = active(council, "Homecare north", inMonths(30), "2000000.00");
    active(council, "Homecare south", inMonths(5), "50000.00");
    keeper(council)
        .get("/v1/forward-plan")
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items[0].major", equalTo(false))
        .body("items[0].rag", equalTo("RED"))
        .body("items[0].explanation", containsString("working days late"))
        .body("items[1].major", equalTo(true))
        .body("items[1].leadInMonths", equalTo(24))
        .body("items[1].team", equalTo("Commissioning"))
        .body("items[1].milestones", hasSize(7));
    keeper(council)
        .get("/v1/forward-plan?rag=RED&major=false&category=3210&team=Commissioning&decision=END")
        .then()
        .body("items", hasSize(1));
    String next = keeper(council).get("/v1/forward-plan?limit=1").jsonPath().getString("next");
    keeper(council)
        .get("/v1/forward-plan?limit=1&cursor=" + next)
        .then()
        .body("items.contractId", hasItem(id));
    keeper(council)
        .accept("text/csv")
        .get("/v1/forward-plan")
        .then()
        .contentType(startsWith("text/csv"))
        .body(containsString("MARKET_ASSESSMENT"));

    Response plan = keeper(council).get("/v1/forward-plan/contracts/" + id);
    assertEquals("\"0\"", plan.header("ETag"));
    String done =
        """
        {"decision":"END","milestone":"MARKET_ASSESSMENT","evidence":"Report to cabinet"}""";
    keeper(council)
        .body(done)
        .post("/v1/forward-plan/contracts/" + id + "/completions")
        .then()
        .spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    keeper(council)
        .header("If-Match", "\"0\"")
        .body(done)
        .post("/v1/forward-plan/contracts/" + id + "/completions")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("entries[0].milestones[0].status", equalTo("DONE"));
    keeper(council)
        .header("If-Match", "\"0\"")
        .body(done)
        .post("/v1/forward-plan/contracts/" + id + "/completions")
        .then()
        .spec(Problems.problem(412, "STALE_VERSION"));
    keeper(council)
        .header("If-Match", "\"1\"")
        .body(done)
        .post("/v1/forward-plan/contracts/" + id + "/completions")
        .then()
        .spec(Problems.problem(422, "MILESTONE_DONE"));
    keeper(council)
        .header("If-Match", "\"1\"")
        .body(done.replace("MARKET_ASSESSMENT", "NO_SUCH"))
        .post("/v1/forward-plan/contracts/" + id + "/completions")
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
    String move =
        """
        {"decision":"END","milestone":"AWARD","to":"%s","reason":"Committee moved"}""";
    keeper(council)
        .header("If-Match", "\"1\"")
        .body(move.formatted(inMonths(31)))
        .post("/v1/forward-plan/contracts/" + id + "/moves")
        .then()
        .spec(Problems.violation(422, "AFTER_DECISION", "/to"));
    keeper(council)
        .header("If-Match", "\"1\"")
        .body(move.formatted(inMonths(26)))
        .post("/v1/forward-plan/contracts/" + id + "/moves")
        .then()
        .statusCode(200)
        .body("record.moves", hasSize(1));
    keeper(Api.OTHER)
        .get("/v1/forward-plan/contracts/" + id)
        .then()
        .spec(Problems.problem(403, "WRONG_AUTHORITY"));
    given()
        .auth()
        .oauth2(Tokens.contracts(council))
        .get("/v1/contracts/changes?after=0&limit=1000")
        .then()
        .statusCode(200);
  }

  @Test
  void an_authority_sets_its_own_policy_and_tries_dates_out() {
    String council = Api.council();
    String id = active(council, "Advocacy", inMonths(30), "900000.00");
    active(council, "Advocacy too", inMonths(34), "900000.00");
    Response policy = keeper(council).get("/v1/forward-plan/policy");
    policy
        .then()
        .statusCode(200)
        .body("terms.majorFrom", equalTo(1000000))
        .body("terms.majorMonths", equalTo(24))
        .body("version", equalTo(0));
    String terms = keeper(council).get("/v1/forward-plan/policy").jsonPath().prettify();
    String changed =
        io.restassured.path.json.JsonPath.from(terms)
            .prettify()
            .replace("\"majorFrom\": 1000000", "\"majorFrom\": 500000")
            .replace("\"milestonesPerMonth\": 8", "\"milestonesPerMonth\": 1");
    String body = changed.substring(changed.indexOf("\"terms\":") + 8, changed.lastIndexOf(","));
    keeper(council)
        .header("If-Match", policy.header("ETag"))
        .body(body.replace("\"majorMonths\": 24", "\"majorMonths\": 3"))
        .put("/v1/forward-plan/policy")
        .then()
        .spec(Problems.violation(422, "LEAD_IN_UPSIDE_DOWN", "/majorMonths"));
    keeper(council)
        .header("If-Match", policy.header("ETag"))
        .body(body)
        .put("/v1/forward-plan/policy")
        .then()
        .statusCode(200)
        .body("version", equalTo(1));
    keeper(council).get("/v1/forward-plan").then().body("items.major", everyItem(equalTo(true)));
    keeper(council)
        .get("/v1/forward-plan/workload?months=36")
        .then()
        .statusCode(200)
        .body("months.size()", greaterThan(5))
        .body("months.capacity", everyItem(equalTo(1)));
    keeper(council)
        .body(
            """
            {"moves":[{"contractId":"%s","decision":"END","to":"%s"}]}"""
                .formatted(id, inMonths(34)))
        .post("/v1/forward-plan/what-if")
        .then()
        .statusCode(200)
        .body("before[0].decisionDate", equalTo(inMonths(30).toString()))
        .body("after[0].decisionDate", equalTo(inMonths(34).toString()))
        .body("newClashes.kind", hasItems("SAME_MARKET", "OVER_CAPACITY"));
    keeper(council)
        .body(
            """
            {"moves":[{"contractId":"%s","decision":"END","to":"2030-01-01"}]}"""
                .formatted(UUID.randomUUID()))
        .post("/v1/forward-plan/what-if")
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
    keeper(council)
        .get("/v1/forward-plan/bank-holidays")
        .then()
        .body("day", hasItems("2026-12-28", "2022-09-19"));
  }

  @Test
  void suppliers_see_what_comes_without_a_token_and_never_what_is_kept_back() throws Exception {
    String council = Api.council();
    String shown = active(council, "Respite breaks", inMonths(20), "450000.00");
    String kept = active(council, "Respite breaks kept back", inMonths(21), "450000.00");
    String ours = active(council, "Respite breaks ours", inMonths(22), "450000.00");
    keeper(council)
        .header("If-Match", "\"0\"")
        .body("{\"intention\":\"RECOMMISSION\",\"published\":false,\"reason\":\"Sensitive\"}")
        .put("/v1/forward-plan/contracts/" + kept)
        .then()
        .statusCode(200);
    keeper(council)
        .header("If-Match", "\"0\"")
        .body("{\"intention\":\"BRING_IN_HOUSE\"}")
        .put("/v1/forward-plan/contracts/" + ours)
        .then()
        .statusCode(200);
    keeper(council)
        .header("If-Match", "\"0\"")
        .body(
            "{\"intention\":\"RECOMMISSION\",\"summary\":\"Three lots\",\"lots\":[\"North\",\"South\"]}")
        .put("/v1/forward-plan/contracts/" + shown)
        .then()
        .statusCode(200);
    String mine = "/v1/register/pipeline?authority=" + council;
    given()
        .get(mine)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(shown))
        .body("items[0].summary", equalTo("Three lots"))
        .body("items[0].valueBand", equalTo("UP_TO_500K"))
        .body("items[0].lots", hasItems("North", "South"));
    for (String filter :
        java.util.List.of(
            "category=321014",
            "area=north",
            "valueBand=UP_TO_500K",
            "lot=sou",
            "clientGroup=OLDER_PEOPLE",
            "serviceType=HOME_CARE",
            "valueFrom=450000&valueTo=450000",
            "q=respite")) {
      given().get(mine + "&" + filter).then().body("items", hasSize(1));
    }
    for (String filter :
        java.util.List.of("category=85121", "area=west", "valueBand=OVER_5M", "lot=east")) {
      given().get(mine + "&" + filter).then().statusCode(200).body("items", hasSize(0));
    }
    given()
        .accept("text/csv")
        .get(mine)
        .then()
        .contentType(startsWith("text/csv"))
        .body(containsString("Respite breaks"))
        .body(not(containsString("kept back")));
    Calendar calendar =
        new CalendarBuilder()
            .build(
                new StringReader(
                    given()
                        .get("/v1/register/pipeline/calendar?authority=" + council)
                        .then()
                        .statusCode(200)
                        .contentType(startsWith("text/calendar"))
                        .extract()
                        .asString()));
    assertEquals(3, calendar.getComponents().size());
    assertFalse(calendar.validate().hasErrors());
    given()
        .get("/v1/register/pipeline/feed?limit=1&authority=" + council)
        .then()
        .statusCode(200)
        .contentType(startsWith("application/atom+xml"))
        .body("feed.entry.title", equalTo("Respite breaks"));
    given()
        .get("/v1/register/pipeline/spend?authority=" + council)
        .then()
        .statusCode(200)
        .body("lines[0].procurements", equalTo(1))
        .body("lines[0].category", equalTo("HOME_CARE"));
    given().get(mine + "&colour=red").then().spec(Problems.problem(400, "INVALID_REQUEST"));
  }
}
