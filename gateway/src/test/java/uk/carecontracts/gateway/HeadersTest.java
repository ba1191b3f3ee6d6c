package uk.carecontracts.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.Infrastructure;

/** Which headers pass, and which the gateway sets. */
@QuarkusTest
@WithTestResource(
    value = Infrastructure.class,
    initArgs = {
      @ResourceArg(name = "kafka", value = "false"),
      @ResourceArg(name = "database", value = "gateway")
    })
@WithTestResource(Services.class)
class HeadersTest {
  private static final String TRACEPARENT =
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @TestHTTPResource URI gateway;

  private JsonObject arrived(String... headers) throws IOException {
    String[] head = new String[headers.length + 2];
    head[0] = "GET /v1/register HTTP/1.1";
    head[1] = "Host: register.example:8443";
    System.arraycopy(headers, 0, head, 2, headers.length);
    String answer = RawHttp.exchange(gateway.getPort(), "", head);
    assertThat(answer).startsWith("HTTP/1.1 200");
    return new JsonObject(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1))
        .getJsonObject("headers");
  }

  @Test
  void theGatewayAloneSaysWhoTheClientIs() throws IOException {
    JsonObject headers =
        arrived(
            "Connection: close",
            "X-Forwarded-For: 6.6.6.6",
            "X-Forwarded-For: 7.7.7.7",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Prefix: /evil",
            "X-Real-IP: 6.6.6.6",
            "Forwarded: for=6.6.6.6");
    assertThat(headers.getJsonArray("x-forwarded-for")).isEqualTo(new JsonArray().add("127.0.0.1"));
    assertThat(headers.getJsonArray("x-forwarded-proto")).isEqualTo(new JsonArray().add("http"));
    assertThat(headers.getJsonArray("x-forwarded-host"))
        .isEqualTo(new JsonArray().add("register.example:8443"));
    assertThat(headers.fieldNames()).doesNotContain("forwarded", "x-real-ip", "x-forwarded-prefix");
  }

  @Test
  void hopByHopHeadersOfTheClientStayHere() throws IOException {
    JsonObject headers =
        arrived(
            "Connection: close",
            "Connection: X-Mine , x-also",
            "X-Also: 1",
            "X-Mine: 1",
            "Keep-Alive: timeout=5",
            "TE: trailers",
            "Proxy-Connection: keep-alive",
            "Proxy-Authorization: Basic eA==",
            "Upgrade: websocket",
            "X-Yours: 2");
    assertThat(headers.fieldNames())
        .contains("x-yours")
        .doesNotContain(
            "x-mine",
            "x-also",
            "keep-alive",
            "te",
            "proxy-connection",
            "proxy-authorization",
            "upgrade");
  }

  @Test
  void hopByHopHeadersOfTheServiceStayHere() {
    given()
        .get("/v1/register/hop")
        .then()
        .statusCode(200)
        .header("X-Public", "for everyone")
        .header("X-Private", nullValue())
        .header("Keep-Alive", nullValue())
        .header("Proxy-Authenticate", nullValue())
        .header("Server", nullValue())
        .header("X-Powered-By", nullValue())
        .body(equalTo("hop"));
  }

  @Test
  void aTraceIsContinued() throws IOException {
    JsonObject headers =
        arrived("Connection: close", "traceparent: " + TRACEPARENT, "tracestate: a=b");
    assertThat(headers.getJsonArray("traceparent")).isEqualTo(new JsonArray().add(TRACEPARENT));
    assertThat(headers.getJsonArray("tracestate")).isEqualTo(new JsonArray().add("a=b"));
    given()
        .header("traceparent", TRACEPARENT)
        .get("/v1/contracts")
        .then()
        .statusCode(401)
        .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
  }

  @Test
  void aTraceIsBegunWhenThereIsNoneOrABadOne() throws IOException {
    for (String bad : new String[] {"X-None: 1", "traceparent: 00-zz-1-01"}) {
      JsonObject headers = arrived("Connection: close", bad, "tracestate: a=b");
      assertThat(headers.getJsonArray("traceparent").getString(0))
          .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
      assertThat(headers.fieldNames()).doesNotContain("tracestate");
    }
  }

  @Test
  void browsersAreToldToBeCareful() {
    for (String path : new String[] {"/", "/v1/register", "/v1/contracts", "/health"}) {
      given()
          .get(path)
          .then()
          .header("X-Content-Type-Options", "nosniff")
          .header("X-Frame-Options", "DENY")
          .header("Referrer-Policy", "no-referrer")
          .header("Content-Security-Policy", containsString("default-src 'none'"))
          .header("Strict-Transport-Security", nullValue())
          .header("Server", nullValue());
    }
  }

  @Test
  void otherOriginsAreNotInvitedByDefault() {
    given()
        .header("Origin", "https://elsewhere.example")
        .get("/v1/register")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void framingThatCannotBePassedOnIsRefused() throws IOException {
    String answer =
        RawHttp.begin(
            gateway.getPort(),
            "POST /v1/feedback-form HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "Transfer-Encoding: gzip, chunked");
    assertThat(answer).startsWith("HTTP/1.1 400");
  }
}
