package uk.carecontracts.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.carecontracts.gateway.problem.ProblemCatalogue;
import uk.carecontracts.gateway.problem.ProblemKind;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Tokens;

/** The gateway's own pages and the services' documents. */
@QuarkusTest
@WithTestResource(
    value = Infrastructure.class,
    initArgs = {
      @ResourceArg(name = "kafka", value = "false"),
      @ResourceArg(name = "database", value = "gateway")
    })
@WithTestResource(Services.class)
class PagesTest {
  @Inject ProblemCatalogue catalogue;

  @Test
  void theLandingPageSaysWhatThisIsAndWhereToGo() {
    given()
        .get("/")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(
            allOf(
                containsString("<html lang=\"en-GB\">"),
                containsString("href=\"/swagger-ui\""),
                containsString("href=\"/openapi/contracts\""),
                containsString("href=\"/asyncapi/monitoring\""),
                containsString("href=\"/v1/register/contracts\""),
                containsString("href=\"/health\""),
                containsString("href=\"/problems\"")));
  }

  @Test
  void theCombinedDocumentIsNotGivenWithAServiceMissing() {
    given().get("/openapi").then().spec(problem(502, "UPSTREAM_UNAVAILABLE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/problems", "/health", "/openapi"})
  void pagesAreOnlyRead(String page) {
    given()
        .auth()
        .oauth2(Tokens.contracts("E10000017"))
        .post(page)
        .then()
        .spec(problem(405, "METHOD_NOT_ALLOWED"))
        .header("Allow", "GET, HEAD");
  }

  @Test
  void everyKindOfProblemHasItsPage() {
    String list = given().get("/problems").then().statusCode(200).extract().asString();
    for (ProblemKind kind : catalogue.all()) {
      assertThat(list).contains(kind.type(), kind.code());
      given().get(kind.type()).then().statusCode(200).body(containsString(kind.code()));
    }
    given().get("/problems/UPSTREAM_TIMEOUT").then().statusCode(200);
    given().get("/problems/no-such-thing").then().spec(problem(404, "ROUTE_NOT_FOUND"));
  }

  @Test
  void programsReadTheProblemTypesAsJson() {
    given()
        .accept("application/json")
        .get("/problems")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("code", hasItems("UNAUTHENTICATED", "STALE_VERSION"));
    given()
        .accept("application/json")
        .get("/problems/stale-version")
        .then()
        .body("status", equalTo(412));
  }

  @ParameterizedTest
  @ValueSource(strings = {"contracts", "providers", "monitoring"})
  void eachServicesOpenApiDocumentIsServed(String service) {
    given()
        .get("/openapi/" + service)
        .then()
        .statusCode(200)
        .contentType("application/yaml")
        .body(startsWith("openapi"));
    given()
        .get("/openapi/" + service + "?format=json")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("from", startsWith(service));
  }

  @ParameterizedTest
  @ValueSource(strings = {"contracts", "providers", "monitoring"})
  void eachServicesAsyncApiDocumentIsServedByTheGatewayItself(String service) {
    given()
        .get("/asyncapi/" + service)
        .then()
        .statusCode(200)
        .contentType("application/yaml")
        .body(startsWith("asyncapi: 3"));
    given()
        .get("/asyncapi/" + service + "?format=json")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("channels." + service + ".address", equalTo(service + ".v1"));
  }

  @Test
  void aServiceWithoutEventsHasNoAsyncApiDocument() {
    given().get("/asyncapi/solo").then().spec(problem(404, "ROUTE_NOT_FOUND"));
  }

  @Test
  void theDocumentOfADeadServiceIsA502ThatSaysSo() {
    given().get("/openapi/dead").then().spec(problem(502, "UPSTREAM_UNAVAILABLE", "API document"));
  }

  @Test
  void aDocumentIsOnlyRead() {
    given()
        .auth()
        .oauth2(Tokens.contracts("E10000017"))
        .delete("/openapi/contracts")
        .then()
        .spec(problem(405, "METHOD_NOT_ALLOWED"));
  }

  @Test
  void swaggerUiOffersEveryDocument() {
    given()
        .get("/swagger-ui/")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("script-src 'self'"))
        .body(
            allOf(
                containsString("/openapi/contracts"),
                containsString("/openapi/providers"),
                containsString("/openapi/monitoring")));
  }

  @Test
  void healthShowsEachService() {
    given()
        .get("/health")
        .then()
        .statusCode(503)
        .body("status", equalTo("DOWN"))
        .body("services.contracts.status", equalTo("UP"))
        .body("services.contracts.instances.up", equalTo(2))
        .body("services.pair.status", equalTo("UP"))
        .body("services.dead.status", equalTo("DOWN"));
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void metricsCountByServiceAndOutcomeNotByPath() {
    given().get("/v1/register/some-very-particular-path").then().statusCode(200);
    given().get("/v1/contracts").then().statusCode(401);
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("gateway_requests_seconds_count"),
                containsString("outcome=\"unauthenticated\""),
                containsString("gateway_circuit_open{upstream=\"contracts\"")))
        .body(org.hamcrest.Matchers.not(containsString("very-particular")));
  }
}
