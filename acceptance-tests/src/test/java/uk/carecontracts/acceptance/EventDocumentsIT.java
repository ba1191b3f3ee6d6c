package uk.carecontracts.acceptance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every event on the topics is what the served AsyncAPI documents say. */
class EventDocumentsIT {
  private static final StackUnderTest STACK = StackUnderTest.get();

  @BeforeAll
  static void somethingHappens() {
    BusyStack.on(STACK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"contracts", "providers", "monitoring"})
  void everyEventIsAsItsDocumentSays(String service) {
    EventSchemas schemas =
        EventSchemas.of(
            given()
                .baseUri(STACK.gateway())
                .get("/asyncapi/" + service + "?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    List<TopicReader.Event> events = TopicReader.all(STACK, service + ".v1");
    Map<String, Integer> seen = new TreeMap<>();
    Map<String, Set<String>> objections = new TreeMap<>();
    for (TopicReader.Event event : events) {
      seen.merge(event.type(), 1, Integer::sum);
      Set<String> found = schemas.objections(event);
      if (!found.isEmpty()) {
        objections.computeIfAbsent(event.type(), type -> new TreeSet<>()).addAll(found);
      }
    }
    Set<String> unseen = new TreeSet<>(schemas.types());
    unseen.removeAll(seen.keySet());
    System.out.println(
        service + ".v1: " + events.size() + " events " + seen + "; unseen " + unseen);
    assertFalse(events.isEmpty(), "nothing on " + service + ".v1");
    assertTrue(
        objections.isEmpty(),
        () -> "docs/asyncapi/" + service + ".yaml and the events differ: " + objections);
  }
}
