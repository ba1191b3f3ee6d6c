package uk.carecontracts.gateway.usage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.carecontracts.gateway.GatewayConfig;
import uk.carecontracts.gateway.Services;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Tokens;

/** A client reads what it asked. */
@QuarkusTest
@WithTestResource(
    value = Infrastructure.class,
    initArgs = {
      @ResourceArg(name = "kafka", value = "false"),
      @ResourceArg(name = "database", value = "gateway")
    })
@WithTestResource(Services.class)
class UsageTest {
  @Inject UsageStore store;
  @Inject GatewayConfig config;
  @Inject Vertx vertx;

  private static String ofClient(String client) {
    return Tokens.ofClient(client, "returns:submit", null);
  }

  private static JsonPath usage(String token) {
    return given()
        .auth()
        .oauth2(token)
        .get("/v1/usage")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void byDayAndPartOfTheApiWithWhatFailedAndWhatWasRefused() {
    String client = "reader-" + UUID.randomUUID();
    String token = Tokens.ofClient(client, "", null);
    given().auth().oauth2(token).get("/v1/contracts/1").then().statusCode(200);
    given().auth().oauth2(token).get("/v1/contracts").then().statusCode(200);
    given().auth().oauth2(token).get("/v1/providers").then().statusCode(200);
    given().auth().oauth2(token).get("/v1/nowhere").then().statusCode(404);
    JsonPath usage = usage(token);
    assertThat(usage.getString("client")).isEqualTo(client);
    assertThat(usage.getString("quota.policy")).isEqualTo("client");
    assertThat(usage.getLong("quota.requests")).isEqualTo(150);
    assertThat(usage.getLong("quota.windowSeconds")).isEqualTo(10);
    assertThat(sum(usage, "requests", "contracts")).isEqualTo(2);
    assertThat(sum(usage, "requests", "providers")).isEqualTo(1);
    assertThat(sum(usage, "failed", "gateway")).isEqualTo(1);
    assertThat(usage.getInt("days.requests.sum()")).isEqualTo(4);
    // The question is counted when it is answered, so that the next one shows it.
    assertThat(usage(token).getInt("days.requests.sum()")).isEqualTo(5);
  }

  @Test
  void refusalsAreCountedAndNobodyReadsAnothersFigures() {
    String token = ofClient("greedy-" + UUID.randomUUID());
    int refused = 0;
    for (int i = 0; i < 1000 && refused == 0; i++) {
      refused += given().auth().oauth2(token).get("/v1/contracts").statusCode() == 429 ? 1 : 0;
    }
    assertThat(refused).isEqualTo(1);
    JsonPath usage = whenAllowed(token);
    assertThat(usage.getInt("days.refused.sum()")).isGreaterThanOrEqualTo(1);
    assertThat(usage.getInt("days.failed.sum()")).isZero();
    given()
        .auth()
        .oauth2(ofClient("other-" + UUID.randomUUID()))
        .get("/v1/usage")
        .then()
        .statusCode(200)
        .body("days", empty());
  }

  private static JsonPath whenAllowed(String token) {
    for (int i = 0; i < 1000; i++) {
      var answer = given().auth().oauth2(token).get("/v1/usage");
      if (answer.statusCode() == 200) {
        return answer.jsonPath();
      }
    }
    throw new AssertionError("never allowed again");
  }

  @Test
  void whatAnotherGatewayWroteIsInTheSum() throws Exception {
    String client = "everywhere-" + UUID.randomUUID();
    UsageCounters other = new UsageCounters(store, vertx, config);
    for (int i = 0; i < 3; i++) {
      other.add(new Subject(other.today(), client, "contracts"), new Tally(2, 1, 0));
      other.write().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
    String token = ofClient(client);
    given().auth().oauth2(token).get("/v1/contracts").then().statusCode(200);
    JsonPath usage = usage(token);
    assertThat(sum(usage, "requests", "contracts")).isEqualTo(7);
    assertThat(sum(usage, "failed", "contracts")).isEqualTo(3);
  }

  @Test
  void whatCouldNotBeWrittenIsKept() {
    UsageCounters counters = new UsageCounters(store, vertx, config);
    Subject impossible = new Subject(LocalDate.of(2026, 1, 1), "x\u0000", "contracts");
    counters.add(impossible, new Tally(1, 0, 0));
    assertThat(
            counters
                .write()
                .toCompletionStage()
                .handle((done, failure) -> failure)
                .toCompletableFuture()
                .join())
        .isNotNull();
    assertThat(counters.unwritten(s -> true)).isEqualTo(Map.of(impossible, new Tally(1, 0, 0)));
  }

  @Test
  void aPeriodOfUpToThreeMonthsCanBeAskedFor() {
    given()
        .auth()
        .oauth2(ofClient("past-" + UUID.randomUUID()))
        .get("/v1/usage?from=2026-01-01&to=2026-04-02")
        .then()
        .statusCode(200)
        .body("from", equalTo("2026-01-01"))
        .body("to", equalTo("2026-04-02"))
        .body("days", empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=yesterday",
        "from=2026-02-30",
        "from=2026-01-02&to=2026-01-01",
        "from=2026-01-01&to=2026-04-03",
        "day=2026-01-01",
        "to=2026-01-01&to=2026-01-02"
      })
  void anythingElseIsRefusedWithWhatWouldBeRight(String query) {
    given()
        .auth()
        .oauth2(Tokens.ofClient("wrong-" + UUID.randomUUID(), "", null))
        .get("/v1/usage?" + query)
        .then()
        .spec(problem(400, "INVALID_REQUEST"));
  }

  @Test
  void itIsReadOnlyAndNotWithoutAToken() {
    given().get("/v1/usage").then().spec(problem(401, "UNAUTHENTICATED"));
    given()
        .auth()
        .oauth2(ofClient("writer-" + UUID.randomUUID()))
        .delete("/v1/usage")
        .then()
        .spec(problem(405, "METHOD_NOT_ALLOWED"))
        .header("Allow", "GET, HEAD");
  }

  @Test
  void itsDocumentIsServedAndInTheDocumentOfEverything() {
    given()
        .get("/openapi/gateway?format=json")
        .then()
        .statusCode(200)
        .body("paths.'/v1/usage'.get.operationId", equalTo("readUsage"))
        .body("paths.'/v1/usage'.get.tags", contains("Usage"));
    given().get("/").then().body(org.hamcrest.Matchers.containsString("/openapi/gateway"));
  }

  private static int sum(JsonPath usage, String figure, String group) {
    return usage.getInt(
        "days.groups.flatten().findAll { it.group == '" + group + "' }." + figure + ".sum()");
  }
}
