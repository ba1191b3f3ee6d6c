package uk.carecontracts.gateway.usage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
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

  /** The usage once it shows what it should: a request is counted just after its answer is out. */
  private static JsonPath usage(String token, Predicate<JsonPath> shown) {
    AtomicReference<JsonPath> last = new AtomicReference<>();
    await()
        .until(
            () -> {
              Response answer = given().auth().oauth2(token).get("/v1/usage");
              last.set(answer.jsonPath());
              return answer.statusCode() == 200 && shown.test(last.get());
            });
    return last.get();
  }

  @Test
  void byDayAndPartOfTheApiWithWhatFailedAndWhatWasRefused() {
    String client = "reader-" + UUID.randomUUID();
    String token = Tokens.ofClient(client, "", null);
    given().auth().oauth2(token).get("/v1/contracts/1").then().statusCode(200);
    given().auth().oauth2(token).get("/v1/contracts").then().statusCode(200);
    given().auth().oauth2(token).get("/v1/providers").then().statusCode(200);
    given().auth().oauth2(token).get("/v1/nowhere").then().statusCode(404);
    JsonPath usage = usage(token, shown -> sum(shown, "failed", "gateway") == 1);
    assertThat(usage.getString("client")).isEqualTo(client);
    assertThat(usage.getString("quota.policy")).isEqualTo("client");
    assertThat(usage.getLong("quota.requests")).isEqualTo(150);
    assertThat(usage.getLong("quota.windowSeconds")).isEqualTo(10);
    usage(
        token,
        shown ->
            sum(shown, "requests", "contracts") == 2 && sum(shown, "requests", "providers") == 1);
    // Questions about usage are requests too, counted when they are answered.
    usage(token, shown -> sum(shown, "requests", "gateway") >= 3);
  }

  @Test
  void refusalsAreCountedAndNobodyReadsAnothersFigures() {
    String token = ofClient("greedy-" + UUID.randomUUID());
    int refused = 0;
    for (int i = 0; i < 1000 && refused == 0; i++) {
      refused += given().auth().oauth2(token).get("/v1/contracts").statusCode() == 429 ? 1 : 0;
    }
    assertThat(refused).isEqualTo(1);
    JsonPath usage = usage(token, shown -> sum(shown, "refused", "contracts") == 1);
    assertThat(sum(usage, "failed", "contracts")).isZero();
    given()
        .auth()
        .oauth2(ofClient("other-" + UUID.randomUUID()))
        .get("/v1/usage")
        .then()
        .statusCode(200)
        .body("days", empty());
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
    JsonPath usage = usage(token, shown -> sum(shown, "requests", "contracts") == 7);
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
    List<Map<String, Object>> groups = usage.getList("days.groups.flatten()");
    return groups.stream()
        .filter(each -> group.equals(each.get("group")))
        .mapToInt(each -> ((Number) each.get(figure)).intValue())
        .sum();
  }
}
