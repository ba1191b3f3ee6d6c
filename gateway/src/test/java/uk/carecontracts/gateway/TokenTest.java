package uk.carecontracts.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Tokens;

/** Who may come in. */
@QuarkusTest
@WithTestResource(
    value = Infrastructure.class,
    initArgs = {
      @ResourceArg(name = "kafka", value = "false"),
      @ResourceArg(name = "database", value = "gateway")
    })
@WithTestResource(Services.class)
class TokenTest {
  private static final String COUNCIL = "E10000017";

  @Test
  void aValidTokenPassesAndIsForwarded() {
    String token = Tokens.contracts(COUNCIL);
    given()
        .auth()
        .oauth2(token)
        .get("/v1/contracts")
        .then()
        .statusCode(200)
        .body("headers.authorization", hasItem("Bearer " + token));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/v1/contracts",
    "POST,/v1/contracts",
    "GET,/v1/providers/1",
    "POST,/v1/register",
    "GET,/v1/market/summary/secret",
    "GET,/v1/market-position-statements/1/draft",
    "POST,/v1/market-position-statements",
    "GET,/v1/unknown",
    "GET,/anything",
    "POST,/v1/pricing/quotes",
    "GET,/v1/feedback",
    "PUT,/v1/feedback-form"
  })
  void withoutATokenOnlyPublicPathsPass(String method, String path) {
    given()
        .request(method, path)
        .then()
        .spec(problem(401, "UNAUTHENTICATED"))
        .header("WWW-Authenticate", "Bearer realm=\"care-contracts\"");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/v1/register",
    "GET,/v1/register/contracts.csv",
    "HEAD,/v1/register",
    "GET,/v1/market/summary",
    "GET,/v1/market-position-statements",
    "GET,/v1/market-position-statements/1",
    "GET,/v1/market-position-statements/1/editions/2",
    "GET,/v1/feedback-form",
    "POST,/v1/feedback-form",
    "POST,/v1/feedback-form/page",
    "GET,/v1/feedback/you-said-we-did",
    "POST,/v1/pricing/sliding-scale-quotes",
    "POST,/v1/pricing/uplift-quotes",
    "POST,/v1/payment-by-results/quotes",
    "GET,/openapi/contracts",
    "GET,/",
    "GET,/problems",
    "GET,/problems/not-found",
    "GET,/q/health/ready",
    "GET,/swagger-ui/"
  })
  void publicPathsNeedNoToken(String method, String path) {
    given().request(method, path).then().statusCode(200);
  }

  static Stream<String> badTokens() {
    return Stream.of(
        "Bearer nonsense",
        "Bearer ",
        "Bearer a.b.c",
        "Basic dXNlcjpwYXNz",
        "Bearer " + Tokens.expired(COUNCIL),
        "Bearer " + Tokens.wrongIssuer(COUNCIL),
        "Bearer " + Tokens.wrongAudience(COUNCIL),
        "Bearer " + Tokens.wrongKey(COUNCIL),
        "Bearer " + Tokens.unsigned(COUNCIL),
        "Bearer " + Tokens.contracts(COUNCIL) + "x");
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void aBadTokenIsRefusedWhateverThePath(String authorization) {
    for (String path : new String[] {"/v1/contracts", "/v1/register", "/", "/nowhere"}) {
      given()
          .header("Authorization", authorization)
          .get(path)
          .then()
          .spec(problem(401, "UNAUTHENTICATED"))
          .header("WWW-Authenticate", startsWith("Bearer"))
          .header("WWW-Authenticate", containsString("invalid_token"));
    }
  }

  @Test
  void twoAuthorizationHeadersAreRefused() {
    String bearer = "Bearer " + Tokens.contracts(COUNCIL);
    given()
        .header("Authorization", bearer, bearer)
        .get("/v1/contracts")
        .then()
        .spec(problem(401, "UNAUTHENTICATED", "one Authorization header"));
  }

  @Test
  void theSchemeIsWrittenInAnyCase() {
    given()
        .header("Authorization", "bearer " + Tokens.contracts(COUNCIL))
        .get("/v1/contracts")
        .then()
        .statusCode(200);
  }
}
