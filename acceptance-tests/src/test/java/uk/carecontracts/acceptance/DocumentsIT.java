package uk.carecontracts.acceptance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/**
 * The committed API documents are the ones the services serve, and they are only rewritten with
 * what breaks no integrator: v1 grows, it does not change.
 */
class DocumentsIT {
  private static final StackUnderTest STACK = StackUnderTest.get();

  @ParameterizedTest
  @CsvSource({
    "contracts,/openapi/contracts",
    "providers,/openapi/providers",
    "monitoring,/openapi/monitoring",
    "everything,/openapi"
  })
  void theCommittedOpenApiDocumentIsTheServedOne(String name, String path) throws IOException {
    String served =
        given().baseUri(STACK.gateway()).get(path).then().statusCode(200).extract().asString();
    Path committed = StackUnderTest.repository().resolve("docs/openapi").resolve(name + ".yaml");
    String before = Files.exists(committed) ? Files.readString(committed) : served;
    if (!before.equals(served)) {
      refuseToBreak(name, before, served);
    }
    if (Boolean.getBoolean("openapi.write")) {
      Files.writeString(committed, served);
    }
    assertEquals(
        Files.readString(committed),
        served,
        "docs/openapi is out of date: mvn -pl acceptance-tests -am verify -Dopenapi.write=true");
  }

  private static void refuseToBreak(String name, String before, String served) {
    ChangedOpenApi changes = OpenApiCompare.fromContents(before, served);
    List<String> broken =
        Stream.concat(
                changes.getMissingEndpoints().stream()
                    .map(gone -> gone.getMethod() + " " + gone.getPathUrl() + " is gone"),
                changes.getChangedOperations().stream()
                    .filter(operation -> !operation.isCompatible())
                    .map(changed -> changed.getHttpMethod() + " " + changed.getPathUrl()))
            .toList();
    assertTrue(
        broken.isEmpty() || Boolean.getBoolean("openapi.break"),
        () ->
            name
                + " would break integrators: "
                + broken
                + ". If it was decided so, run with -Dopenapi.break=true and say so in the notes.");
  }
}
