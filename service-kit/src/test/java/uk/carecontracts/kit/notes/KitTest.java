package uk.carecontracts.kit.notes;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Tokens;

/** The tiny service, on real PostgreSQL, Kafka and tokens. */
@WithTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "contracts"))
abstract class KitTest {
  static final String BURY = "E08000002";
  static final String TRAFFORD = "E08000009";

  static RequestSpecification as(String token) {
    return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  static RequestSpecification officer() {
    return as(Tokens.contracts(TRAFFORD));
  }

  static Note written(String title) {
    return officer()
        .body("{\"title\":\"" + title + "\"}")
        .post("/v1/notes")
        .then()
        .statusCode(201)
        .extract()
        .as(Note.class);
  }

  static String unique(String word) {
    return word + " " + UUID.randomUUID();
  }
}
