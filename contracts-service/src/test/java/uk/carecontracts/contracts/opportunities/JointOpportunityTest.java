package uk.carecontracts.contracts.opportunities;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.Api;
import uk.carecontracts.contracts.ContractsInfrastructure;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.Tokens;

/** Cornwall, Plymouth and Devon border each other; no other test has contracts there. */
@QuarkusTest
@ContractsInfrastructure
class JointOpportunityTest {
  private static final String CORNWALL = "E06000052";
  private static final String PLYMOUTH = "E06000026";
  private static final String DEVON = "E10000008";
  private static final String KENT = "E10000016";

  private static RequestSpecification keeper(String council) {
    return given().auth().oauth2(Tokens.contracts(council)).contentType(ContentType.JSON);
  }

  private static LocalDate inMonths(int months) {
    return LocalDate.now(ZoneId.of("Europe/London")).plusMonths(months);
  }

  private static String draft(String council, String service, String proclass, int months) {
    String body =
        Api.complete(Api.reference())
            .replace("Home care in Northvale", service)
            .replace("HOME_CARE", service.toUpperCase(Locale.UK).replace(' ', '_'))
            .replace("\"321014\",\"cpv\":[\"85312000\"]", "\"" + proclass + "\"")
            .replace("2026-04-01", "2024-04-01")
            .replace("2030-03-31", inMonths(months).toString())
            .replace(",\"review\":\"2028-04-01\"", "");
    Response draft = keeper(council).body(body).post("/v1/contracts");
    draft.then().statusCode(201);
    return draft.jsonPath().getString("id");
  }

  private static String active(String council, String service, String proclass, int months) {
    String id = draft(council, service, proclass, months);
    keeper(council)
        .header("If-Match", "\"1\"")
        .body(Api.award("Fernleigh Ltd"))
        .post("/v1/contracts/" + id + "/award")
        .then()
        .statusCode(200);
    return id;
  }

  @Test
  void an_opportunity_is_found_explained_adopted_with_partners_and_not_suggested_again() {
    String ours = active(CORNWALL, "Advocacy", "321010", 20);
    String theirs = active(PLYMOUTH, "Advocacy", "321010", 22);
    String devons = active(DEVON, "Advocacy", "321010", 23);
    String secret = draft(DEVON, "Advocacy", "321010", 21);
    active(KENT, "Advocacy", "321010", 21);
    Response found = keeper(CORNWALL).get("/v1/joint-opportunities?kind=JOINT");
    found
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].contracts.contractId", containsInAnyOrder(ours, theirs, devons))
        .body("items[0].contracts.contractId", not(hasItem(secret)))
        .body("items[0].partners", hasSize(2))
        .body("items[0].category", containsString("321010"))
        .body("items[0].fit.score", greaterThan(70))
        .body(
            "items[0].fit.parts.name",
            equalTo(List.of("CATEGORY", "CLIENT_GROUP", "AREA", "TIMING")))
        .body("items[0].fit.parts.sum { it.points }", equalTo(found.path("items[0].fit.score")))
        .body("items[0].earliestLeadIn", equalTo(inMonths(20).minusMonths(12).toString()));
    String id = found.path("items[0].id");
    keeper(PLYMOUTH)
        .get("/v1/joint-opportunities?ranking=FIT&windowMonths=6")
        .then()
        .body("items.id", hasItem(id));
    keeper(CORNWALL).get("/v1/joint-opportunities?windowMonths=1").then().body("items", hasSize(0));
    keeper(DEVON).get("/v1/joint-opportunities?windowMonths=1").then().body("items", hasSize(1));
    keeper(CORNWALL)
        .get("/v1/joint-opportunities?windowMonths=25")
        .then()
        .spec(Problems.problem(400, "INVALID_REQUEST"));

    String adoption =
        """
        {"intent":"ADOPT","contracts":["%s","%s","%s"],"title":"Advocacy in the far west",
         "reason":"One tender instead of three"}""";
    keeper(KENT)
        .body(adoption.formatted(ours, theirs, devons))
        .post("/v1/joint-opportunities/adoptions")
        .then()
        .spec(Problems.problem(422, "NOT_INVOLVED"));
    keeper(CORNWALL)
        .body(adoption.formatted(ours, theirs, secret))
        .post("/v1/joint-opportunities/adoptions")
        .then()
        .spec(Problems.problem(422, "CONTRACT_NOT_RUNNING"));
    Response adopted =
        keeper(CORNWALL)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body(adoption.formatted(ours, theirs, devons))
            .post("/v1/joint-opportunities/adoptions");
    adopted
        .then()
        .statusCode(201)
        .body("authority", equalTo(CORNWALL))
        .body("partners", containsInAnyOrder(PLYMOUTH, DEVON))
        .body("projectId", notNullValue());
    String procurement = adopted.jsonPath().getString("id");
    keeper(CORNWALL)
        .get("/v1/commissioning-projects/" + adopted.jsonPath().getString("projectId"))
        .then()
        .statusCode(200)
        .body("opportunityId", equalTo(procurement))
        .body("stage", equalTo("ANALYSE"))
        .body("terms.replaces", containsInAnyOrder(ours, theirs, devons))
        .body("terms.estimatedTotal.amount", equalTo(900000.00f));
    for (String council : List.of(CORNWALL, PLYMOUTH, DEVON)) {
      keeper(council).get("/v1/joint-opportunities").then().body("items", hasSize(0));
      keeper(council)
          .get("/v1/joint-opportunities/adoptions?status=ADOPTED")
          .then()
          .body("items.id", hasItem(procurement));
    }
    keeper(PLYMOUTH)
        .body(adoption.formatted(ours, theirs, devons))
        .post("/v1/joint-opportunities/adoptions")
        .then()
        .spec(Problems.problem(409, "ALREADY_ADOPTED"));
    String at = "/v1/joint-opportunities/adoptions/" + procurement;
    keeper(PLYMOUTH).body("{\"joins\":true}").post(at + "/response").then().statusCode(200);
    keeper(PLYMOUTH).body("{\"joins\":false}").post(at + "/response").then().statusCode(200);
    keeper(CORNWALL)
        .body("{\"joins\":true}")
        .post(at + "/response")
        .then()
        .spec(Problems.problem(422, "NOT_A_PARTNER"));
    keeper(CORNWALL)
        .get(at)
        .then()
        .body("responses.authority", equalTo(List.of(PLYMOUTH)))
        .body("responses[0].joins", equalTo(false))
        .body("responses[0].version", equalTo(2));
    keeper(KENT).get(at).then().spec(Problems.problem(404, "NOT_FOUND"));
    keeper(DEVON)
        .header("If-Match", "\"1\"")
        .body("{\"reason\":\"No\"}")
        .post(at + "/abandon")
        .then()
        .spec(Problems.problem(404, "NOT_FOUND"));
    keeper(CORNWALL)
        .body("{\"reason\":\"No\"}")
        .post(at + "/abandon")
        .then()
        .spec(Problems.problem(428, "PRECONDITION_REQUIRED"));
    keeper(CORNWALL)
        .header("If-Match", "\"1\"")
        .body("{\"reason\":\"Plymouth declined\"}")
        .post(at + "/abandon")
        .then()
        .statusCode(200)
        .body("status", equalTo("ABANDONED"));
    keeper(CORNWALL).get("/v1/joint-opportunities?kind=JOINT").then().body("items.id", hasItem(id));
    keeper(CORNWALL)
        .body(adoption.replace("ADOPT", "DISMISS").formatted(ours, theirs, devons))
        .post("/v1/joint-opportunities/adoptions")
        .then()
        .statusCode(201)
        .body("status", equalTo("DISMISSED"));
    keeper(CORNWALL).get("/v1/joint-opportunities").then().body("items", hasSize(0));
    assertEquals(
        1,
        keeper(DEVON).get("/v1/joint-opportunities?kind=JOINT").jsonPath().getList("items").size());
  }
}
