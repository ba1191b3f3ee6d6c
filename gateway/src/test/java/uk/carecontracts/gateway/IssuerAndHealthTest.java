package uk.carecontracts.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Tokens;

/** All services up, but the token issuer is down when the gateway starts. */
@QuarkusTest
@WithTestResource(
    value = Services.class,
    scope = TestResourceScope.RESTRICTED_TO_CLASS,
    initArgs = @ResourceArg(name = "faulty", value = "false"))
@WithTestResource(
    value = IssuerAndHealthTest.AbsentIssuer.class,
    scope = TestResourceScope.RESTRICTED_TO_CLASS)
class IssuerAndHealthTest {

  /** An address where no issuer is yet. */
  public static final class AbsentIssuer implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
      return Map.of("OIDC_ISSUER_URL", Services.closedPort());
    }

    @Override
    public void stop() {
      // nothing was started
    }
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
}
