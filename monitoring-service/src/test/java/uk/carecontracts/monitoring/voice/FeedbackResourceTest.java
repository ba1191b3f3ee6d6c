package uk.carecontracts.monitoring.voice;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.Api;
import uk.carecontracts.monitoring.stage.Await;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@OnStage
class FeedbackResourceTest {
  private static final String COUNCIL = "E10000032";

  private static ContractEvent contract() {
    ContractEvent contract = ContractEvent.active().authority(COUNCIL);
    Api.planOf(contract.send());
    return contract;
  }

  private static Map<String, Object> form(ContractEvent contract, int score, String text) {
    Map<String, Object> form = new HashMap<>();
    form.put("authority", COUNCIL);
    form.put("contractId", contract.id);
    form.put("from", "FAMILY_OR_CARER");
    form.put("score", score);
    form.put("text", text);
    return form;
  }

  private static String sent(ContractEvent contract, int score, String text) {
    return given()
        .contentType(ContentType.JSON)
        .body(form(contract, score, text))
        .post("/v1/feedback-form")
        .then()
        .statusCode(201)
        .extract()
        .path("reference");
  }

  @Test
  void anyone_speaks_without_a_token_and_nobody_is_recognised_in_what_is_kept_or_told() {
    ContractEvent contract = contract();
    String id =
        sent(contract, 2, "Mrs Thompson of 12 Orchard Road was always late, ring 01632 960983");

    Api.officer(COUNCIL)
        .get("/v1/feedback/" + id)
        .then()
        .statusCode(200)
        .body(
            "text",
            equalTo(
                "Mrs [name withheld] of [address withheld] was always late, ring [phone number"
                    + " withheld]"))
        .body("withheld", contains("NAME", "PHONE", "ADDRESS"))
        .body("themes", hasItem("TIMELINESS"))
        .body("channel", equalTo("FORM"));
    Await.until(
        () ->
            assertTrue(
                TestTopics.readAll("monitoring.v1", id).stream()
                    .anyMatch(
                        event ->
                            event.type().equals("feedback.received.v1")
                                && !event.data().toString().contains("Thompson"))));
    Api.officer().get("/v1/feedback/" + id).then().spec(Problems.problem(404, "NOT_FOUND"));
    Api.provider(contract).get("/v1/feedback").then().spec(Problems.problem(403, "OFFICERS_ONLY"));
    given()
        .contentType(ContentType.JSON)
        .body(form(contract, 9, "Too high"))
        .post("/v1/feedback-form")
        .then()
        .spec(Problems.violation(400, "INVALID_REQUEST", "/score"));
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("authority", COUNCIL, "contractId", UUID.randomUUID(), "text", "Where is it?"))
        .post("/v1/feedback-form")
        .then()
        .spec(Problems.violation(422, "CONTRACT_UNKNOWN", "/contractId"));
  }

  @Test
  void officers_take_a_page_of_feedback_into_a_spreadsheet() {
    ContractEvent contract = contract();
    sent(contract, 2, "=LATE again");
    sent(contract, 5, "Kind and patient");
    String list = "/v1/feedback?contractId=" + contract.id;

    Api.officer(COUNCIL)
        .accept("text/csv")
        .get(list + "&limit=1")
        .then()
        .statusCode(200)
        .contentType("text/csv;charset=UTF-8")
        .header("Link", containsString("rel=\"next\""))
        .body(startsWith("id,contractId,providerId,contractReference,contractTitle,providerName,"))
        .body(containsString(",Home care in the north,Elm Care Ltd,"))
        .body(containsString(",FAMILY_OR_CARER,FORM,2,"))
        .body(containsString(",'=LATE again,"))
        .body(not(containsString("Kind and patient")));
    Api.provider(contract)
        .accept("text/csv")
        .get(list)
        .then()
        .spec(Problems.problem(403, "OFFICERS_ONLY"));
  }

  @Test
  void the_form_is_a_page_that_works_without_scripts_and_says_what_is_missing() {
    given()
        .get("/v1/feedback-form?authority=" + COUNCIL)
        .then()
        .statusCode(200)
        .contentType(containsString("text/html"))
        .body(
            allOf(
                containsString("<label for=\"text\">"),
                containsString("lang=\"en-GB\""),
                containsString("value=\"" + COUNCIL + "\""),
                not(containsString("<script"))));
    given()
        .formParam("authority", COUNCIL)
        .formParam("text", "")
        .post("/v1/feedback-form/page")
        .then()
        .statusCode(200)
        .body(containsString("role=\"alert\""));
    given()
        .formParam("authority", COUNCIL)
        .formParam("text", "The food is <b>cold</b>")
        .formParam("score", "2")
        .formParam("from", "PERSON")
        .post("/v1/feedback-form/page")
        .then()
        .statusCode(200)
        .body(containsString("Thank you"));
    given()
        .formParam("authority", "\"><script>")
        .formParam("text", "<script>alert(1)</script>")
        .post("/v1/feedback-form/page")
        .then()
        .body(not(containsString("<script>")));
  }

  @Test
  void it_is_answered_and_published_for_everyone_in_words_that_name_nobody() {
    ContractEvent contract = contract();
    String id = sent(contract, 1, "A different carer every week");
    String at = "/v1/feedback/" + id;
    Api.officer(COUNCIL)
        .header("If-Match", "\"1\"")
        .body(Map.of("youSaid", "Carers change too often", "weDid", "Small teams since May"))
        .post(at + "/publication")
        .then()
        .spec(Problems.problem(409, "FEEDBACK_NOT_ANSWERED"));
    Api.officer(COUNCIL)
        .header("If-Match", "\"1\"")
        .body(Map.of("response", "Thank you", "themes", java.util.List.of("NO_SUCH")))
        .post(at + "/response")
        .then()
        .spec(Problems.violation(422, "THEME_UNKNOWN", "/themes"));
    Api.officer(COUNCIL)
        .header("If-Match", "\"1\"")
        .body(Map.of("response", "Thank you, we asked the provider"))
        .post(at + "/response")
        .then()
        .statusCode(200);
    Api.officer(COUNCIL)
        .header("If-Match", "\"2\"")
        .body(Map.of("youSaid", "Mr Brown saw new faces", "weDid", "Small teams since May"))
        .post(at + "/publication")
        .then()
        .spec(Problems.violation(422, "PERSON_IDENTIFIABLE", "/youSaid"));
    String published = "/v1/feedback/you-said-we-did?authority=" + COUNCIL;
    given().get(published).then().body("items.id", not(hasItem(id)));
    Api.officer(COUNCIL)
        .header("If-Match", "\"2\"")
        .body(Map.of("youSaid", "Carers change too often", "weDid", "Small teams since May"))
        .post(at + "/publication")
        .then()
        .statusCode(200);
    given()
        .get(published + "&contractId=" + contract.id)
        .then()
        .statusCode(200)
        .body("items.id", contains(id))
        .body("items[0].weDid", equalTo("Small teams since May"))
        .body("items[0].text", nullValue());
    given().get("/v1/feedback/you-said-we-did?authority=E10000033").then().body("items", empty());
  }

  @Test
  void what_people_say_moves_risk_shows_on_the_scorecard_and_may_become_a_concern() {
    ContractEvent contract = contract();
    for (int i = 0; i < 4; i++) {
      sent(contract, 1, "They were late again");
    }
    Api.officer(COUNCIL)
        .get("/v1/risk/contracts/" + contract.id)
        .then()
        .body("factors[2].known", equalTo(false));
    Map<String, Object> said =
        Map.of(
            "contractId", contract.id,
            "from", "PERSON",
            "channel", "PHONE",
            "score", 5,
            "text", "The carers are kind");
    String last =
        Api.json(Tokens.feedback(COUNCIL))
            .body(said)
            .post("/v1/feedback")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Api.officer(COUNCIL)
        .get("/v1/risk/contracts/" + contract.id)
        .then()
        .body("factors[2].explanation", equalTo("People's scores are favourable: 20%"))
        .body("factors[2].points", equalTo(12.0f));
    Api.officer(COUNCIL)
        .get("/v1/scorecards/" + contract.id)
        .then()
        .body("voice.favourablePercent", equalTo(20.0f))
        .body("voice.themes.theme", hasItems("TIMELINESS", "STAFF"));
    Api.officer(COUNCIL)
        .get("/v1/feedback/summary?contractId=" + contract.id)
        .then()
        .body("received", equalTo(5))
        .body("arithmetic", equalTo("1 of 5 scores are 4 or 5"));
    Api.officer(COUNCIL)
        .header("If-Match", "\"1\"")
        .body("{\"kind\": \"QUALITY\", \"severity\": \"MODERATE\"}")
        .post("/v1/feedback/" + last + "/concern")
        .then()
        .statusCode(200);
    Api.officer(COUNCIL)
        .get("/v1/concerns?contractId=" + contract.id)
        .then()
        .body("items[0].source", equalTo("FEEDBACK"));
  }
}
