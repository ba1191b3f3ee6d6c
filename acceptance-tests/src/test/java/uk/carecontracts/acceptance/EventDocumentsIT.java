package uk.carecontracts.acceptance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.carecontracts.testkit.events.EventSchemas;
import uk.carecontracts.testkit.events.TopicReader;

/** Every event on the topics is what the served AsyncAPI documents say. */
class EventDocumentsIT {
  private static final StackUnderTest STACK = StackUnderTest.get();

  @BeforeAll
  static void somethingHappens() {
    BusyStack.on(STACK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"contracts", "providers", "monitoring"})
  void everyEventIsAsItsDocumentSays(String service) throws IOException {
    EventSchemas schemas =
        EventSchemas.of(
            new ObjectMapper()
                .readTree(
                    given()
                        .baseUri(STACK.gateway())
                        .get("/asyncapi/" + service + "?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()));
    List<TopicReader.Event> events = TopicReader.all(STACK.kafka(), service + ".v1");
    Map<String, Integer> seen = new TreeMap<>();
    events.forEach(event -> seen.merge(event.type(), 1, Integer::sum));
    Map<String, Set<String>> objections = schemas.objections(events);
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
