package uk.carecontracts.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Tokens;

/** Which service gets a request, and what arrives there. */
@QuarkusTest
@WithTestResource(
    value = Infrastructure.class,
    initArgs = {
      @ResourceArg(name = "kafka", value = "false"),
      @ResourceArg(name = "database", value = "gateway")
    })
@WithTestResource(Services.class)
class RoutingTest {

  private static RequestSpecification asClient() {
    return given().auth().oauth2(Tokens.contracts("E10000017")).urlEncodingEnabled(false);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/providers,providers",
    "/v1/locations/1-123/ratings,providers",
    "/v1/market/capacity,providers",
    "/v1/scorecards/x,monitoring",
    "/v1/payment-by-results/quotes,monitoring",
    "/v1/contracts/nested,nested",
    "/v1/contracts/nested/deeper,nested"
  })
  void eachPathGoesToTheServiceWithTheLongestPrefix(String path, String service) {
    asClient().get(path).then().statusCode(200).body("service", equalTo(service));
  }

  @Test
  void aPrefixIsMadeOfWholeSegments() {
    asClient()
        .get("/v1/contracts/nestedly")
        .then()
        .statusCode(200)
        .body("service", containsString("contracts"));
    asClient().get("/v1/contractsandmore").then().spec(problem(404, "ROUTE_NOT_FOUND"));
  }

  @Test
  void instancesTakeTurns() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 4; i++) {
      seen.add(asClient().get("/v1/contracts").then().extract().path("service"));
    }
    assertThat(seen).containsExactlyInAnyOrder("contracts-a", "contracts-b");
  }

  @Test
  void methodPathQueryBodyAndHeadersArrive() {
    asClient()
        .header("If-Match", "\"7\"")
        .body("{\"a\":1}")
        .patch("/v1/contracts/a%20b?limit=5&q=x%26y")
        .then()
        .statusCode(200)
        .body("method", equalTo("PATCH"))
        .body("uri", equalTo("/v1/contracts/a%20b?limit=5&q=x%26y"))
        .body("body", equalTo("{\"a\":1}"))
        .body("headers.if-match", hasItem("\"7\""));
  }

  @Test
  void aHeadRequestHasNoBody() {
    asClient().head("/v1/contracts").then().statusCode(200).body(equalTo(""));
  }

  @Test
  void anUnknownPathIsAProblemThatSaysWhereToLook() {
    asClient()
        .get("/v1/unknown?x=1")
        .then()
        .spec(problem(404, "ROUTE_NOT_FOUND", "/openapi"))
        .body("type", equalTo("/problems/route-not-found"))
        .body("instance", equalTo("/v1/unknown"))
        .body("traceId", matchesPattern("[0-9a-f]{32}"));
  }

  @Test
  void dotSegmentsCannotTalkPastTheChecks() throws IOException {
    String answer = raw("GET /v1/register/../contracts HTTP/1.1");
    assertThat(answer).startsWith("HTTP/1.1 401");
    assertThat(raw("GET /v1/register/%2e%2e/contracts HTTP/1.1")).startsWith("HTTP/1.1 401");
    assertThat(raw("GET /v1/register/./x HTTP/1.1")).contains("\"uri\":\"/v1/register/x\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/contracts/%zz", "/v1/contracts/%4", "/%"})
  void malformedEncodingIsRefused(String path) throws IOException {
    // Quarkus refuses what java.net.URI cannot read before any route of ours: without a body.
    assertThat(raw("GET " + path + " HTTP/1.1")).startsWith("HTTP/1.1 400");
  }

  @Test
  void traceIsRefused() throws IOException {
    assertThat(raw("TRACE /v1/register HTTP/1.1")).startsWith("HTTP/1.1 401");
    assertThat(
            RawHttp.exchange(
                port(),
                "",
                "TRACE /v1/contracts HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Authorization: Bearer " + Tokens.contracts("E10000017")))
        .startsWith("HTTP/1.1 405")
        .contains("METHOD_NOT_ALLOWED");
  }

  private static String raw(String requestLine) throws IOException {
    return RawHttp.exchange(port(), "", requestLine, "Host: localhost", "Connection: close");
  }

  private static int port() {
    return RestAssured.port;
  }
}
