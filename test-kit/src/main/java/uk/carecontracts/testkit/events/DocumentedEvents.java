package uk.carecontracts.testkit.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.carecontracts.testkit.Infrastructure;

/**
 * Holds every event that a service's tests have brought about against its AsyncAPI document. The
 * test that calls it is not a Quarkus test, because those without Quarkus run after all others.
 */
public final class DocumentedEvents {
  private static final Path DOCUMENTS = Path.of("..", "docs", "asyncapi");

  private DocumentedEvents() {}

  /**
   * Fails when an event on the service's topic is not as described.
   *
   * @param service such as {@code contracts}
   */
  public static void areAsDescribed(String service) throws IOException {
    EventSchemas schemas =
        EventSchemas.of(new YAMLMapper().readTree(DOCUMENTS.resolve(service + ".yaml").toFile()));
    List<TopicReader.Event> events =
        TopicReader.all(Infrastructure.kafkaBootstrap(), service + ".v1");
    assumeFalse(events.isEmpty(), "Skipped: no test has brought about an event");
    Set<String> unseen = new TreeSet<>(schemas.types());
    unseen.removeAll(events.stream().map(TopicReader.Event::type).collect(Collectors.toSet()));
    System.out.printf(
        "%s.v1: %d events of %d types, unseen %s%n",
        service, events.size(), schemas.types().size() - unseen.size(), unseen);
    assertEquals(
        Map.of(),
        schemas.objections(events),
        "docs/asyncapi/" + service + ".yaml and the events differ");
  }
}
