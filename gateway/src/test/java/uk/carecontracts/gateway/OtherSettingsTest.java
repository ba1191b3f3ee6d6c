package uk.carecontracts.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Tokens;

/**
 * All services are up; the token issuer is down when the gateway starts; a load balancer is in
 * front; browsers of one other origin are invited.
 */
@QuarkusTest
@WithTestResource(
    value = Services.class,
    scope = TestResourceScope.RESTRICTED_TO_CLASS,
    initArgs = @ResourceArg(name = "faulty", value = "false"))
@WithTestResource(
    value = OtherSettingsTest.Settings.class,
    scope = TestResourceScope.RESTRICTED_TO_CLASS)
class OtherSettingsTest {

  /** An address where no issuer is yet, and the settings that are off by default. */
  public static final class Settings implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
      return Map.of(
          "OIDC_ISSUER_URL", Services.closedPort(),
          "PROXY_ADDRESS_FORWARDING", "true",
          "TRUSTED_PROXIES", "127.0.0.0/8",
          "gateway.connections", "2",
          "CORS_ENABLED", "true",
          "CORS_ORIGINS", "https://council.example");
    }

    @Override
    public void stop() {
      // nothing was started
    }
  }

  @Test
  void oneDocumentDescribesEveryService() {
    given()
        .get("/openapi?format=json")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("openapi", equalTo("3.1.0"))
        .body("info.title", equalTo("Care contracts"));
    given().get("/openapi").then().statusCode(200).contentType("application/yaml");
  }

  @Test
  void theGatewayStartsWithoutAnIssuerAndVerifiesWhenItIsBack() throws Exception {
    String token = Tokens.contracts("E10000017");
    given().get("/v1/register").then().statusCode(200);
    given()
        .auth()
        .oauth2(token)
        .get("/v1/contracts")
        .then()
        .spec(problem(503, "IDENTITY_UNAVAILABLE"))
        .header("Retry-After", notNullValue());

    Vertx vertx = Vertx.vertx();
    try {
      announceIssuer(vertx);
      given().auth().oauth2(token).get("/v1/contracts").then().statusCode(200);
      given().auth().oauth2(token + "x").get("/v1/contracts").then().statusCode(401);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  /** Serves the real issuer's discovery document at the address the gateway knows. */
  private static void announceIssuer(Vertx vertx) throws Exception {
    URI known = URI.create(ConfigProvider.getConfig().getValue("OIDC_ISSUER_URL", String.class));
    URI real = URI.create(Infrastructure.issuerUrl() + "/.well-known/openid-configuration");
    String document =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(real).build(), BodyHandlers.ofString())
            .body();
    vertx
        .createHttpServer()
        .requestHandler(
            r -> r.response().putHeader("Content-Type", "application/json").end(document))
        .listen(known.getPort())
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  @Test
  void healthIsUpWhenEveryServiceIs() {
    given()
        .get("/health")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("services.contracts.status", equalTo("UP"))
        .body("services.contracts.ms", notNullValue())
        .body("services.providers.status", equalTo("UP"))
        .body("services.monitoring.status", equalTo("UP"));
  }

  @Test
  void whatATrustedLoadBalancerSaysOfTheClientIsBelieved() {
    given()
        .header("X-Forwarded-For", "203.0.113.7")
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Host", "register.council.example")
        .get("/v1/register")
        .then()
        .statusCode(200)
        .header("Strict-Transport-Security", containsString("max-age="))
        .body("headers.x-forwarded-for", contains("203.0.113.7"))
        .body("headers.x-forwarded-proto", contains("https"))
        .body("headers.x-forwarded-host", contains("register.council.example"));
  }

  @Test
  void anInvitedOriginMayAskWithAToken() throws IOException {
    String answers =
        RawHttp.exchange(
            RestAssured.port,
            "",
            "OPTIONS /v1/contracts HTTP/1.1",
            "Host: localhost",
            "Origin: https://council.example",
            "Access-Control-Request-Method: POST",
            "Access-Control-Request-Headers: authorization,content-type",
            "",
            "GET /v1/register HTTP/1.1",
            "Host: localhost",
            "Origin: https://council.example",
            "Connection: close");
    assertThat(answers.split("HTTP/1.1 200")).hasSize(3);
    assertThat(answers.toLowerCase(Locale.ROOT))
        .contains("access-control-allow-origin: https://council.example")
        .contains("access-control-allow-methods: ");
  }

  @Test
  void whenEveryConnectionIsInUseTheClientIsToldAndWhoLeavesMakesRoom() throws Exception {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    URI silent = URI.create("http://localhost:" + RestAssured.port + "/v1/register/silent");
    List<CompletableFuture<HttpResponse<Void>>> waiting =
        Stream.generate(
                () ->
                    http.sendAsync(
                        HttpRequest.newBuilder(silent).build(), BodyHandlers.discarding()))
            .limit(6)
            .toList();
    await().until(() -> given().get("/v1/register").statusCode() == 503);
    given()
        .get("/v1/register")
        .then()
        .spec(problem(503, "UPSTREAM_BUSY"))
        .header("Retry-After", "1");
    waiting.forEach(request -> request.cancel(true));
    await().until(() -> given().get("/v1/register").statusCode() == 200);
  }

  @Test
  void anotherOriginIsNotInvited() {
    given()
        .header("Origin", "https://elsewhere.example")
        .header("Access-Control-Request-Method", "POST")
        .options("/v1/contracts")
        .then()
        .statusCode(403)
        .header("Access-Control-Allow-Origin", nullValue());
  }
}
