package uk.carecontracts.acceptance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.carecontracts.stack.infrastructure.Role;

/**
 * What the parts have logged while everything else was tested: machines can read it, it leads to
 * its trace, and it names nobody.
 */
@Order(LogsIT.LAST)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogsIT {
  /** When the others have lived. */
  static final int LAST = ReadWalkIT.LATE + 1;

  private static final StackUnderTest STACK = StackUnderTest.get();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PARTS =
      List.of("gateway", "contracts", "providers", "monitoring");
  private static final String SURNAME = "Quillfeather" + UUID.randomUUID().toString().charAt(0);

  private final String trace = UUID.randomUUID().toString().replace("-", "");

  private RequestSpecification call() {
    return given()
        .baseUri(STACK.gateway())
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .contentType("application/json");
  }

  private RequestSpecification officer() {
    String token = STACK.token(Role.CONTRACTS, BusyStack.OWNER, null);
    return call().header("Authorization", "Bearer " + token);
  }

  /** In addresses, bodies, tokens and files, well-formed and not. */
  @BeforeAll
  void aPersonIsNamedInEveryWay() {
    String person = "Mrs " + SURNAME + " of 12 Orchard Road";
    officer().queryParam("q", person).get("/v1/contracts").then().statusCode(200);
    officer()
        .body(Map.of("reference", person, "title", person, "type", "BLOCK"))
        .post("/v1/contracts")
        .then()
        .statusCode(lessThan(500));
    officer().body(Map.of(person, person)).post("/v1/contracts").then().statusCode(400);
    officer().body("{\"title\": " + person).post("/v1/contracts").then().statusCode(400);
    call()
        .body(Map.of("authority", BusyStack.OWNER, "from", "PERSON", "score", 1, "text", person))
        .post("/v1/feedback-form")
        .then()
        .statusCode(lessThan(500));
    call().header("Authorization", "Bearer " + SURNAME).get("/v1/contracts").then().statusCode(401);
    String job =
        officer()
            .queryParam("format", "CONTRACTS_FINDER_NOTICES")
            .body(person)
            .post("/v1/contract-imports")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    await()
        .until(
            () ->
                "FAILED"
                    .equals(officer().get("/v1/contract-imports/" + job).jsonPath().get("status")));
  }

  @Test
  void noPartNamesAPersonOrKeepsAToken() throws IOException {
    for (String part : PARTS) {
      for (String line : lines(part)) {
        assertFalse(line.contains(SURNAME), line);
        assertFalse(line.contains("Orchard"), line);
        assertFalse(line.contains("eyJ"), line);
      }
    }
  }

  @Test
  void everyLineIsJsonWithItsMomentAndItsWeight() throws IOException {
    for (String part : PARTS) {
      List<JsonNode> entries = entries(part);
      assertFalse(entries.isEmpty(), part);
      for (JsonNode entry : entries) {
        for (String field : List.of("timestamp", "level", "loggerName", "message")) {
          assertTrue(entry.has(field), () -> part + " has no " + field + ": " + entry);
        }
      }
    }
  }

  @Test
  void aRequestIsFoundByItsTrace() throws IOException {
    assertEquals(
        List.of("401"),
        entries("gateway").stream()
            .map(entry -> entry.path("message").asText())
            .filter(message -> message.contains("traceId=" + trace))
            .filter(message -> message.contains("status=401"))
            .map(message -> message.replaceAll(".*status=(\\d+).*", "$1"))
            .toList());
  }

  /** Before its settings are read a part writes as it likes. */
  private static List<JsonNode> entries(String part) throws IOException {
    List<JsonNode> entries = new ArrayList<>();
    for (String line : lines(part)) {
      try {
        entries.add(JSON.readTree(line));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(part + ": " + line, e);
      }
    }
    return entries;
  }

  private static List<String> lines(String part) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(STACK.logs())) {
      for (Path file :
          files.filter(each -> each.getFileName().toString().startsWith(part + ".log")).toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }
}
