package uk.carecontracts.monitoring.openapi;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.stage.ContractEvent;
import uk.carecontracts.monitoring.stage.OnStage;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
@OnStage
class OpenApiTest {
  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
  private static final Set<String> PUBLIC =
      Set.of(
          "/v1/payment-by-results/quotes",
          "/v1/feedback-form",
          "/v1/feedback-form/page",
          "/v1/feedback/you-said-we-did");

  private record Operation(String verb, String path, Map<String, Object> description) {}

  private static List<Operation> operations() {
    Map<String, Map<String, Map<String, Object>>> paths =
        given()
            .get("/q/openapi?format=json")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getMap("paths");
    List<Operation> operations = new ArrayList<>();
    paths.forEach(
        (path, item) ->
            item.forEach(
                (verb, description) -> {
                  if (VERBS.contains(verb) && isOurs(path)) {
                    operations.add(new Operation(verb, path, description));
                  }
                }));
    return operations;
  }

  /** Operations for operators are the kit's. */
  private static boolean isOurs(String path) {
    return path.startsWith("/v1/") && !path.startsWith("/v1/operations/");
  }

  @Test
  void every_operation_is_named_summed_up_tagged_and_says_how_it_fails() {
    Set<Object> names = new HashSet<>();
    List<Operation> operations = operations();
    assertTrue(operations.size() >= 18, "only " + operations.size());
    for (Operation operation : operations) {
      String where = operation.verb() + " " + operation.path();
      Map<String, Object> described = operation.description();
      assertTrue(names.add(described.get("operationId")), where + " repeats its operationId");
      assertTrue(described.get("summary") instanceof String, where + " has no summary");
      assertTrue(described.get("tags") instanceof List, where + " has no tag");
      assertTrue(
          ((Map<?, ?>) described.get("responses"))
              .keySet().stream().anyMatch(code -> code.toString().startsWith("4")),
          where + " documents no error");
      for (Object parameter : (List<?>) described.getOrDefault("parameters", List.of())) {
        assertTrue(
            ((Map<?, ?>) parameter).get("description") instanceof String,
            where + " leaves a parameter undescribed: " + parameter);
      }
    }
  }

  @Test
  void nothing_but_the_public_operations_answers_without_a_token() {
    for (Operation operation : operations()) {
      if (!PUBLIC.contains(operation.path())) {
        assertEquals(401, call(given(), operation), operation.verb() + " " + operation.path());
      }
    }
  }

  @Test
  void no_write_is_open_to_a_token_without_its_scope() {
    for (Operation operation : operations()) {
      if (!operation.verb().equals("get")
          && !PUBLIC.contains(operation.path())
          && !operation.path().equals("/v1/feedback")) {
        String token = Tokens.custom("feedback:submit", ContractEvent.DEVON);
        assertEquals(
            403,
            call(given().auth().oauth2(token), operation),
            operation.verb() + " " + operation.path());
      }
    }
  }

  private static int call(RequestSpecification request, Operation operation) {
    String path = operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    RequestSpecification prepared =
        operation.verb().equals("get") ? request : request.contentType(ContentType.JSON).body("{}");
    return prepared.request(operation.verb().toUpperCase(Locale.ROOT), path).statusCode();
  }
}
