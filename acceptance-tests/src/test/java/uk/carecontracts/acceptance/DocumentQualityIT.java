package uk.carecontracts.acceptance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every operation is described so that an integrator, or a generated client, can use it. */
class DocumentQualityIT {
  private static final StackUnderTest STACK = StackUnderTest.get();
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final Set<String> BODIES = Set.of("200", "201", "202");

  /** Of the generated TypeScript client, with its arguments as one object. */
  private static final Pattern CALL = Pattern.compile("(?<!JSON)\\.(\\w+?)(?:Raw)?\\(\\{");

  private final JsonNode document = document();
  private final Set<String> findings = new TreeSet<>();

  @Test
  void everyOperationIsNamedAndDescribed() {
    forEachOperation(
        (name, operation) -> {
          for (String field : new String[] {"operationId", "summary", "description", "tags"}) {
            note(
                operation.path(field).isEmpty() && operation.path(field).asText().isBlank(),
                name + " has no " + field);
          }
          for (JsonNode parameter : operation.path("parameters")) {
            note(
                parameter.path("description").asText().isBlank(),
                name + " does not describe " + parameter.path("name").asText());
          }
        });
    assertEquals(Set.of(), findings);
  }

  @Test
  void everyAnswerHasItsForm() {
    forEachOperation(
        (name, operation) -> {
          for (Map.Entry<String, JsonNode> answer : operation.path("responses").properties()) {
            if (BODIES.contains(answer.getKey())) {
              formOf(name + " " + answer.getKey(), answer.getValue().path("content"));
            }
          }
        });
    assertEquals(Set.of(), findings);
  }

  @Test
  void everyErrorIsAProblem() {
    forEachOperation(
        (name, operation) -> {
          for (Map.Entry<String, JsonNode> answer : operation.path("responses").properties()) {
            note(
                answer.getKey().compareTo("400") >= 0
                    && !answer.getValue().path("content").has("application/problem+json"),
                name + " " + answer.getKey() + " is no problem detail");
          }
          note(!operation.path("responses").has("400"), name + " has no 400");
          note(!operation.path("responses").has("500"), name + " has no 500");
        });
    assertEquals(Set.of(), findings);
  }

  /** Generated clients name their methods so; nobody compiles the tours in every build. */
  @Test
  void theToursOfTheGeneratedClientsCallOperationsThatThereAre() throws IOException {
    Set<String> operations = new TreeSet<>();
    forEachOperation((name, operation) -> operations.add(operation.path("operationId").asText()));
    Set<String> called =
        CALL.matcher(
                Files.readString(
                    StackUnderTest.repository().resolve("samples/clients/typescript/tour.ts")))
            .results()
            .map(call -> call.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(called.size() > 10, called::toString);
    called.removeAll(operations);
    assertEquals(Set.of(), called);
  }

  /** A list of anything says no more than no form at all. */
  private void formOf(String answer, JsonNode content) {
    note(content.isEmpty(), answer + " has no content");
    for (Map.Entry<String, JsonNode> media : content.properties()) {
      JsonNode schema = media.getValue().path("schema");
      note(
          schema.isEmpty() || schema.path("$ref").asText().endsWith("/Page"),
          answer + " " + media.getKey() + " has no form");
    }
  }

  private void note(boolean wrong, String finding) {
    if (wrong) {
      findings.add(finding);
    }
  }

  private interface Check {
    void on(String name, JsonNode operation);
  }

  private void forEachOperation(Check check) {
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          check.on(method.getKey() + " " + path.getKey(), method.getValue());
        }
      }
    }
  }

  private static JsonNode document() {
    String served =
        given()
            .baseUri(STACK.gateway())
            .get("/openapi?format=json")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    try {
      return new ObjectMapper().readTree(served);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
