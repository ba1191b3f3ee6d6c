package uk.carecontracts.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Tokens;

/** How much one client may ask. */
@QuarkusTest
@WithTestResource(
    value = Infrastructure.class,
    initArgs = {
      @ResourceArg(name = "kafka", value = "false"),
      @ResourceArg(name = "database", value = "gateway")
    })
@WithTestResource(Services.class)
class RateLimitTest {

  @Test
  void aGreedyClientIsToldToWaitAndOthersAreNot() {
    String greedy = Tokens.ofClient("greedy", "", null);
    Response last = given().auth().oauth2(greedy).get("/v1/contracts");
    last.then()
        .statusCode(200)
        .header("RateLimit-Policy", "\"client\";q=150;w=10")
        .header("RateLimit", matchesPattern("\"client\";r=149;t=\\d+"));
    for (int i = 0; i < 1000 && last.statusCode() == 200; i++) {
      last = given().auth().oauth2(greedy).get("/v1/contracts");
    }
    last.then()
        .spec(problem(429, "TOO_MANY_REQUESTS", "150 requests in 10 seconds"))
        .header("Retry-After", "1")
        .header("RateLimit", matchesPattern("\"client\";r=0;t=\\d+"));
    given()
        .auth()
        .oauth2(Tokens.ofClient("modest", "", null))
        .get("/v1/contracts")
        .then()
        .statusCode(200);
  }

  @Test
  void theLargestQuotaOfATokensScopesHolds() {
    given()
        .auth()
        .oauth2(Tokens.ofClient("careful", "returns:submit feedback:submit", null))
        .get("/v1/contracts")
        .then()
        .header("RateLimit-Policy", "\"returns:submit\";q=7;w=10")
        .header("RateLimit", matchesPattern("\"returns:submit\";r=6;t=\\d+"));
    given()
        .auth()
        .oauth2(Tokens.ofClient("operator", "returns:submit admin", null))
        .get("/v1/contracts")
        .then()
        .header("RateLimit-Policy", "\"admin\";q=40;w=10");
  }

  @Test
  void thoseWithoutATokenAreCountedByAddress() {
    given()
        .get("/v1/register")
        .then()
        .header("RateLimit-Policy", "\"address\";q=2000;w=10")
        .header("RateLimit", matchesPattern("\"address\";r=\\d+;t=\\d+"));
    given()
        .header("Authorization", "Bearer guess")
        .get("/v1/contracts")
        .then()
        .statusCode(401)
        .header("RateLimit-Policy", "\"address\";q=2000;w=10");
  }

  @Test
  void probesAreNotCounted() {
    assertThat(given().get("/q/health/ready").header("RateLimit")).isNull();
  }
}
