package uk.carecontracts.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class OpenApiTest extends ServiceTest {

  private static final Set<String> PUBLIC =
      Set.of(
          "getMarketSummary",
          "listMarketPositionStatements",
          "getMarketPositionStatement",
          "listStatementEditions",
          "getStatementEdition");
  private static final Set<String> VERBS = Set.of("get", "post", "patch", "put", "delete");

  @Test
  void everyOperationIsNamedDescribedAndGuarded() {
    Map<String, Map<String, Object>> paths =
        RestAssured.given().accept("application/json").get("/q/openapi").path("paths");
    Set<String> ids = new HashSet<>();
    paths.forEach(
        (path, operations) ->
            operations.forEach(
                (verb, operation) -> {
                  if (VERBS.contains(verb)
                      && path.startsWith("/v1/")
                      && !path.startsWith("/v1/operations")) {
                    check(path, verb, (Map<?, ?>) operation, ids);
                  }
                }));
    assertTrue(ids.size() > 25, ids::toString);
  }

  private static void check(String path, String verb, Map<?, ?> operation, Set<String> ids) {
    String name = verb + " " + path;
    String id = (String) operation.get("operationId");
    assertNotNull(id, name);
    assertTrue(ids.add(id), "two operations are called " + id);
    assertNotNull(operation.get("summary"), name);
    assertFalse(((List<?>) operation.get("tags")).isEmpty(), name);
    if (operation.get("parameters") instanceof List<?> parameters) {
      for (Object parameter : parameters) {
        assertNotNull(((Map<?, ?>) parameter).get("description"), name + " " + parameter);
      }
    }
    String concrete = path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    int without = call(verb, concrete, null).statusCode();
    if (PUBLIC.contains(id)) {
      // Of what does not exist there is nothing to show, but nobody is asked for a token.
      assertTrue(path.contains("{") ? without != 401 && without != 403 : without == 200, name);
    } else {
      assertEquals(401, without, name);
      assertEquals(401, call(verb, concrete, Tokens.expired(TRAFFORD)).statusCode(), name);
      if (!verb.equals("get")) {
        assertEquals(403, call(verb, concrete, Tokens.custom("", TRAFFORD)).statusCode(), name);
      }
    }
  }

  private static Response call(
      String verb, String path, @org.jspecify.annotations.Nullable String token) {
    var request = RestAssured.given().contentType("application/json").redirects().follow(false);
    if (token != null) {
      request = request.auth().oauth2(token);
    }
    if (!verb.equals("get")) {
      request = request.body("{}");
    }
    return request.request(verb.toUpperCase(Locale.ROOT), path);
  }
}
