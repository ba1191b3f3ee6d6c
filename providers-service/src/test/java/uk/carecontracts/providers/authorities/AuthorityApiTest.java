package uk.carecontracts.providers.authorities;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static uk.carecontracts.testkit.Problems.violation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.ServiceTest;

@QuarkusTest
class AuthorityApiTest extends ServiceTest {

  @Test
  void councilsAreFoundByNameKindAndRegionWithoutAToken() {
    RestAssured.given()
        .get("/v1/authorities?q=trafford")
        .then()
        .statusCode(200)
        .body("items.code", equalTo(List.of("E08000009")))
        .body("items[0].kind", equalTo("METROPOLITAN_DISTRICT"));
    RestAssured.given()
        .get("/v1/authorities?kind=COUNTY&region=North West&limit=500")
        .then()
        .body("items.name", equalTo(List.of("Lancashire")));
    RestAssured.given()
        .accept("text/csv")
        .get("/v1/authorities?q=E10000017")
        .then()
        .contentType(containsString("text/csv"))
        .body(containsString("E10000017,Lancashire,COUNTY,North West"));
  }

  @Test
  void aCouncilThatWasReorganisedIsFoundOnlyInItsTime() {
    RestAssured.given()
        .get("/v1/authorities?q=cumbria&asOf=2020-01-01")
        .then()
        .body("items.code", equalTo(List.of("E10000006")))
        .body("items[0].validTo", equalTo("2023-04-01"));
    RestAssured.given()
        .get("/v1/authorities?q=cumbria&asOf=2024-01-01")
        .then()
        .body("items", hasSize(0));
    RestAssured.given()
        .get("/v1/authorities?q=dorset&asOf=2019-03-31")
        .then()
        .body("items.code", equalTo(List.of("E10000009")));
  }

  @Test
  void pagesFollowEachOther() {
    String next = RestAssured.given().get("/v1/authorities?limit=100").path("next");
    RestAssured.given()
        .get("/v1/authorities?limit=100&cursor=" + next)
        .then()
        .body("items.size()", greaterThan(50));
    RestAssured.given()
        .get("/v1/authorities?kind=PARISH")
        .then()
        .spec(violation(400, "INVALID_REQUEST", "kind"));
  }
}
