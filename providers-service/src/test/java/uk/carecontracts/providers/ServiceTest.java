package uk.carecontracts.providers;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Tokens;

/** The service on real PostgreSQL, Kafka and tokens. */
@WithTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "providers"))
public abstract class ServiceTest {
  protected static final String BURY = "E08000002";
  protected static final String TRAFFORD = "E08000009";

  protected static RequestSpecification as(String token) {
    return RestAssured.given()
        .redirects()
        .follow(false)
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON);
  }

  /** May write provider records for Trafford. */
  protected static RequestSpecification officer() {
    return as(Tokens.providers(TRAFFORD));
  }

  /** Someone of another council who may write nothing. */
  protected static RequestSpecification reader() {
    return as(Tokens.custom("", BURY));
  }

  protected static Response register(Map<String, Object> provider) {
    return officer().body(provider).post("/v1/providers");
  }

  protected static UUID registered(Map<String, Object> provider) {
    Response answer = register(provider);
    answer.then().statusCode(201);
    return UUID.fromString(answer.path("id"));
  }

  /** A name no other test uses, without digits: numbers tell companies of one family apart. */
  protected static String unique(String word) {
    StringBuilder letters = new StringBuilder();
    for (char c : UUID.randomUUID().toString().replace("-", "").substring(0, 12).toCharArray()) {
      letters.append((char) ('a' + Character.digit(c, 16)));
    }
    return letters + " " + word;
  }

  /** Merges a duplicate into another record, as an officer who compared them. */
  protected static void merged(UUID duplicate, UUID survivor) {
    officer()
        .header("If-Match", "*")
        .body(Map.of("into", survivor.toString(), "reason", "One company"))
        .post("/v1/providers/" + duplicate + "/merge")
        .then()
        .statusCode(200);
  }

  /** A company number no other test uses. */
  protected static String companyNumber() {
    return "%08d".formatted(10_000_000 + (int) (Math.random() * 80_000_000));
  }
}
