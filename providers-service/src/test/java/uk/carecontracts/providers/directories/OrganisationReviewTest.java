package uk.carecontracts.providers.directories;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;
import static uk.carecontracts.testkit.Problems.violation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.TestTopics;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class OrganisationReviewTest extends DirectoryTest {
  private static final String QUEUE = "/v1/provider-match-reviews/organisations";

  OrganisationReviewTest() {
    super("Middlesbrough", "E06000002");
  }

  /**
   * Two organisations of one name: a person said when the second was entered that it is another.
   */
  private static UUID namesake(String name, UUID other) {
    return registered(Map.of("legalName", name, "distinctFrom", List.of(other.toString())));
  }

  private String file(String owner, String... numbers) {
    StringBuilder file = new StringBuilder(SHORT);
    for (String number : numbers) {
      file.append(shortRow(unique("House"), "TS1 1AA", "Nursing homes", owner, number, ""));
    }
    return file.toString();
  }

  private static Map<String, Object> question(String name) {
    JsonPath page = officer().get(QUEUE + "?limit=500").jsonPath();
    return page.getMap("items.find { it.name == '" + name + "' }");
  }

  private static Response decide(Object id, Map<String, Object> decision) {
    return officer().header("If-Match", "*").body(decision).post(QUEUE + "/" + id + "/decide");
  }

  @Test
  void aPersonSaysWhichOfTwoNamesakesRunsAHomeAndEveryLaterFileKnows() {
    String name = unique("Homes Limited");
    UUID one = registered(Map.of("legalName", name));
    UUID other = namesake(name, one);
    String first = cqcNumber();
    String second = cqcNumber();
    finished(submit("CQC_DIRECTORY", "2024-01-10", "", file(name, first, second)));
    assertNull(location(first).get("providerId"));
    Map<String, Object> asked = question(name);
    assertEquals("REVIEW", asked.get("status"));
    assertEquals(2, ((List<?>) asked.get("locations")).size());
    String at = QUEUE + "/" + asked.get("id");
    officer()
        .get(at)
        .then()
        .header("ETag", equalTo("\"" + asked.get("version") + "\""))
        .body("candidates", hasItems(one.toString(), other.toString()))
        .body("explanation", hasItem("More than one record fits equally well."))
        .body("source", equalTo("CQC_DIRECTORY of 2024-01-10"));
    finished(submit("CQC_DIRECTORY", "2024-01-10", "", file(name, first, second)));
    assertEquals(asked.get("version"), question(name).get("version"), "asked once");
    Map<String, Object> decision = Map.of("providerId", other.toString(), "reason", "By address");
    officer()
        .body(decision)
        .post(at + "/decide")
        .then()
        .spec(problem(428, "PRECONDITION_REQUIRED"));
    decide(asked.get("id"), Map.of("reason", "Hm"))
        .then()
        .spec(violation(422, "ONE_DECISION", "/providerId"));
    as(Tokens.contracts(TRAFFORD)).get(QUEUE).then().spec(problem(403, "FORBIDDEN"));
    decide(asked.get("id"), decision)
        .then()
        .statusCode(200)
        .body("status", equalTo("MATCHED"))
        .body("providerId", equalTo(other.toString()))
        .body("candidates", equalTo(List.of()));
    decide(asked.get("id"), decision).then().spec(problem(422, "NOT_IN_REVIEW"));
    assertEquals(other.toString(), location(first).get("providerId"));
    assertEquals(other.toString(), location(second).get("providerId"));
    as(Tokens.providers(BURY)).get(at).then().body("status", equalTo("MATCHED"));
    officer().get(QUEUE + "?limit=500").then().body("items.name", not(hasItem(name)));
    officer()
        .get("/v1/locations/" + location(first).get("id") + "/history")
        .then()
        .body("items[0].change.reason", containsString("By address"));
    String third = cqcNumber();
    finished(submit("CQC_DIRECTORY", "2025-01-10", "", file(name, first, second, third)));
    assertEquals(other.toString(), location(third).get("providerId"));
    String id = (String) asked.get("id");
    await()
        .untilAsserted(
            () ->
                assertTrue(
                    TestTopics.readAll("providers.v1", id).stream()
                        .anyMatch(event -> event.toString().contains("By address"))));
  }

  @Test
  void anOrganisationThatIsNoneOfThemIsRegistered() {
    String name = unique("Lodges Limited");
    UUID one = registered(Map.of("legalName", name));
    UUID other = namesake(name, one);
    String number = cqcNumber();
    finished(submit("CQC_DIRECTORY", "2026-01-10", "", file(name, number)));
    Map<String, Object> asked = question(name);
    decide(asked.get("id"), Map.of("providerId", UUID.randomUUID().toString(), "reason", "Typo"))
        .then()
        .spec(problem(404, "NOT_FOUND"));
    String fresh =
        decide(asked.get("id"), Map.of("createNew", true, "reason", "A third one"))
            .then()
            .statusCode(200)
            .body("decidedBy", not(nullValue()))
            .extract()
            .path("providerId");
    assertNotEquals(one.toString(), fresh);
    assertNotEquals(other.toString(), fresh);
    assertEquals(fresh, location(number).get("providerId"));
    reader().get("/v1/providers/" + fresh).then().body("legalName", equalTo(name));
  }
}
