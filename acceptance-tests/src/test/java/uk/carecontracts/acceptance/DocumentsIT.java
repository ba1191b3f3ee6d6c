package uk.carecontracts.acceptance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed API documents are the ones the services serve. */
class DocumentsIT {
  private static final StackUnderTest STACK = StackUnderTest.get();

  @ParameterizedTest
  @ValueSource(strings = {"contracts", "providers", "monitoring"})
  void theCommittedOpenApiDocumentIsTheServedOne(String service) throws IOException {
    String served =
        given()
            .baseUri(STACK.gateway())
            .get("/openapi/" + service)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    Path committed = StackUnderTest.repository().resolve("docs/openapi").resolve(service + ".yaml");
    if (Boolean.getBoolean("openapi.write")) {
      Files.createDirectories(committed.getParent());
      Files.writeString(committed, served);
    }
    assertEquals(
        Files.readString(committed),
        served,
        "docs/openapi is out of date: mvn -pl acceptance-tests -am verify -Dopenapi.write=true");
  }
}
