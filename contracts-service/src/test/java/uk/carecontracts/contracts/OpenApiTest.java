package uk.carecontracts.contracts;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.Problems;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@ContractsInfrastructure
class OpenApiTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final String SOMETHING = "0191d3c5-0000-7000-8000-000000000000";

  private record Operation(String method, String path, JsonNode definition) {
    boolean isPublic() {
      return path.startsWith("/v1/register") || path.startsWith("/v1/pricing");
    }

    String url() {
      return path.replaceAll("\\{[^}]+}", SOMETHING);
    }
  }

  private static List<Operation> operations() throws IOException {
    JsonNode document =
        new ObjectMapper().readTree(given().get("/q/openapi?format=json").asString());
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .filter(method -> path.getKey().startsWith("/v1/"))
                    .filter(method -> !path.getKey().startsWith("/v1/operations"))
                    .filter(method -> !path.getKey().startsWith("/v1/webhooks"))
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(method.getKey(), path.getKey(), method.getValue()))));
    return operations;
  }

  @Test
  void every_operation_has_an_id_of_its_own_a_summary_a_tag_and_its_errors() throws Exception {
    Set<String> ids = new HashSet<>();
    List<Operation> operations = operations();
    for (Operation operation : operations) {
      String name = operation.method() + " " + operation.path();
      JsonNode definition = operation.definition();
      assertTrue(ids.add(definition.path("operationId").asText()), name);
      assertTrue(!definition.path("summary").asText().isBlank(), name);
      assertTrue(!definition.path("tags").isEmpty(), name);
      assertTrue(definition.path("responses").has("400"), name);
    }
    assertTrue(
        ids.containsAll(
            Set.of(
                "listContracts",
                "getContract",
                "draftContract",
                "amendContract",
                "activateContract",
                "importContracts",
                "listContractImportErrors",
                "listPublicContracts",
                "listReleasePackages",
                "quoteSlidingScale",
                "quoteUplift",
                "proposeVariation")),
        ids::toString);
    System.out.println(operations.size() + " operations described");
  }

  @Test
  void everything_but_the_public_register_and_the_calculators_needs_a_token() throws Exception {
    for (Operation operation : operations()) {
      if (operation.isPublic()) {
        assertEquals(0, operation.definition().path("security").size(), operation::path);
      } else {
        assertTrue(operation.definition().path("security").size() > 0, operation::path);
        given()
            .contentType("application/json")
            .body(operation.method().equals("get") ? "" : "{}")
            .request(operation.method(), operation.url())
            .then()
            .spec(Problems.problem(401, "UNAUTHENTICATED"));
      }
    }
  }

  @Test
  void writing_needs_the_scope() throws Exception {
    for (Operation operation : operations()) {
      if (!operation.isPublic() && !operation.method().equals("get")) {
        given()
            .auth()
            .oauth2(Tokens.custom("providers:write", Api.AUTHORITY))
            .contentType("application/json")
            .body("{}")
            .request(operation.method(), operation.url())
            .then()
            .spec(Problems.problem(403, "FORBIDDEN"));
      }
    }
  }
}
