package uk.carecontracts.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Tokens;

/** What a client gets when a service is down, silent, or breaks off. */
@QuarkusTest
@WithTestResource(
    value = Infrastructure.class,
    initArgs = {
      @ResourceArg(name = "kafka", value = "false"),
      @ResourceArg(name = "database", value = "gateway")
    })
@WithTestResource(Services.class)
class FaultsTest {
  @TestHTTPResource URI gateway;

  private static RequestSpecification asClient() {
    return given().auth().oauth2(Tokens.contracts("E10000017"));
  }

  @Test
  void aDeadServiceIsA502() {
    asClient()
        .get("/v1/dead/x")
        .then()
        .spec(problem(502, "UPSTREAM_UNAVAILABLE", "dead"))
        .body("instance", equalTo("/v1/dead/x"));
    asClient().body("{}").post("/v1/dead").then().spec(problem(502, "UPSTREAM_UNAVAILABLE"));
  }

  @Test
  void aSilentServiceIsA504() {
    long start = System.nanoTime();
    asClient().get("/v1/solo/silent").then().spec(problem(504, "UPSTREAM_TIMEOUT"));
    asClient().body("{}").post("/v1/solo/silent").then().spec(problem(504, "UPSTREAM_TIMEOUT"));
    assertThat(System.nanoTime() - start).isBetween(700_000_000L, 60_000_000_000L);
    asClient().get("/v1/solo").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE"})
  void anIdempotentRequestWithoutBodyIsAskedAgain(String method) {
    String key = "again-" + method;
    asClient().request(method, "/v1/solo/fragile?key=" + key).then().statusCode(200);
    assertThat(hits(key)).isEqualTo("2");
  }

  @Test
  void aPostIsNotAskedAgain() {
    asClient().post("/v1/solo/fragile?key=post").then().spec(problem(502, "UPSTREAM_UNAVAILABLE"));
    assertThat(hits("post")).isEqualTo("1");
  }

  @Test
  void aPutWithABodyIsNotAskedAgain() {
    asClient()
        .body("{}")
        .put("/v1/solo/fragile?key=put-body")
        .then()
        .spec(problem(502, "UPSTREAM_UNAVAILABLE"));
    assertThat(hits("put-body")).isEqualTo("1");
  }

  @Test
  void whatAServiceThatIsStoppingRefusesIsAskedAgainWhereThatIsHarmless() {
    asClient().get("/v1/solo/leaving?key=leaving-get").then().statusCode(200);
    assertThat(hits("leaving-get")).isEqualTo("2");
    asClient().body("{}").post("/v1/solo/leaving?key=leaving-post").then().statusCode(503);
    assertThat(hits("leaving-post")).isEqualTo("1");
  }

  @Test
  void aRequestIsAskedAgainOnlyOnce() {
    asClient().get("/v1/solo/reset").then().spec(problem(502, "UPSTREAM_UNAVAILABLE"));
    asClient().get("/v1/solo").then().statusCode(200);
  }

  private static String hits(String key) {
    return asClient().get("/v1/solo/hits?key=" + key).then().extract().asString();
  }

  @Test
  void whenNoConnectionCanBeMadeAnotherInstanceIsAsked() {
    for (int i = 0; i < 4; i++) {
      asClient().get("/v1/pair").then().statusCode(200).body("service", equalTo("pair"));
      asClient().body("{}").post("/v1/pair").then().statusCode(200).body("body", equalTo("{}"));
    }
  }

  @Test
  void anAnswerThatBreaksOffBreaksOffForTheClientToo() {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/v1/solo/half"))
            .header("Authorization", "Bearer " + Tokens.contracts("E10000017"))
            .build();
    assertThatThrownBy(() -> http.send(request, BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aCircuitOpensAfterManyFailuresAndTriesAgainLater() {
    for (int i = 0; i < 5; i++) {
      asClient().get("/v1/fused").then().spec(problem(502, "UPSTREAM_UNAVAILABLE"));
    }
    asClient()
        .get("/v1/fused")
        .then()
        .spec(problem(503, "CIRCUIT_OPEN"))
        .header("Retry-After", notNullValue());
    await().until(() -> asClient().get("/v1/fused").statusCode() == 502);
    asClient().get("/v1/fused").then().spec(problem(503, "CIRCUIT_OPEN"));
  }

  @Test
  void aClientThatStopsSendingIsToldSo() throws IOException {
    try (Socket socket = new Socket("localhost", gateway.getPort())) {
      socket.setSoTimeout(10_000);
      String head =
          "POST /v1/contracts/upload HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + "Content-Length: 1000\r\nAuthorization: Bearer "
              + Tokens.contracts("E10000017")
              + "\r\n\r\nsome of it";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 408").contains("REQUEST_TIMEOUT");
    }
  }
}
