package uk.carecontracts.providers.authorities;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static uk.carecontracts.testkit.Problems.violation;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.ServiceTest;

@QuarkusTest
class AuthorityApiTest extends ServiceTest {

  @Test
  void councilsAreFoundByNameKindAndRegion() {
    reader()
        .get("/v1/authorities?q=trafford")
        .then()
        .statusCode(200)
        .body("items.code", equalTo(List.of("E08000009")))
        .body("items[0].kind", equalTo("METROPOLITAN_DISTRICT"));
    reader()
        .get("/v1/authorities?kind=COUNTY&region=North West&limit=500")
        .then()
        .body("items.name", equalTo(List.of("Lancashire")));
    reader()
        .accept("text/csv")
        .get("/v1/authorities?q=E10000017")
        .then()
        .contentType(containsString("text/csv"))
        .body(containsString("E10000017,Lancashire,COUNTY,North West"));
  }

  @Test
  void aCouncilThatWasReorganisedIsFoundOnlyInItsTime() {
    reader()
        .get("/v1/authorities?q=cumbria&asOf=2020-01-01")
        .then()
        .body("items.code", equalTo(List.of("E10000006")))
        .body("items[0].validTo", equalTo("2023-04-01"));
    reader().get("/v1/authorities?q=cumbria&asOf=2024-01-01").then().body("items", hasSize(0));
    reader()
        .get("/v1/authorities?q=dorset&asOf=2019-03-31")
        .then()
        .body("items.code", equalTo(List.of("E10000009")));
  }

  @Test
  void pagesFollowEachOther() {
    String next = reader().get("/v1/authorities?limit=100").path("next");
    reader()
        .get("/v1/authorities?limit=100&cursor=" + next)
        .then()
        .body("items.size()", greaterThan(50));
    reader()
        .get("/v1/authorities?kind=PARISH")
        .then()
        .spec(violation(400, "INVALID_REQUEST", "kind"));
  }
}
