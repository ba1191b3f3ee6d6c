package uk.carecontracts.kit.notes;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends KitTest {
  private static JsonPath document() {
    return given().get("/q/openapi?format=json").then().statusCode(200).extract().jsonPath();
  }

  @Test
  void everyOperationNamesTheProblemsItCanAnswer() {
    Map<String, Map<String, Map<String, Object>>> paths = document().getMap("paths");
    assertFalse(paths.isEmpty());
    paths.forEach(
        (path, operations) ->
            operations.forEach(
                (method, operation) -> {
                  Map<?, ?> answers = (Map<?, ?>) operation.get("responses");
                  assertTrue(
                      answers.keySet().containsAll(Set.of("400", "429", "500", "503")),
                      method + " " + path + " names " + answers.keySet());
                }));
  }

  @Test
  void aProtectedOperationNames401And403AndItsHeaders() {
    JsonPath document = document();
    String rebuild = "paths.'/v1/operations/{service}/consumers/{name}/rebuild'.post";
    Map<String, Object> answers = document.getMap(rebuild + ".responses");
    assertTrue(answers.keySet().containsAll(Set.of("401", "403", "404")));
    assertTrue(document.getList(rebuild + ".parameters.name").contains("Idempotency-Key"));
    assertEquals(
        "#/components/schemas/Problem",
        document.getString(
            rebuild + ".responses.'401'.content.'application/problem+json'.schema.'$ref'"));
  }
}
