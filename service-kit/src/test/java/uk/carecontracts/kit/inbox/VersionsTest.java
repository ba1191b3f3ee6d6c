package uk.carecontracts.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionsTest {
  private static final UUID ONE = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  @Test
  void nothingMakesNoRound() {
    assertEquals(List.of(), Versions.rounds(List.of()));
  }

  @Test
  void versionsOfOneAggregateAreAppliedInRoundsOfTheirOwn() {
    List<Inbox.Delivery> deliveries =
        Stream.of(
                delivery("note", ONE, 1),
                delivery("note", OTHER, 1),
                delivery("note", ONE, 2),
                delivery("note", ONE, 3))
            .toList();
    assertEquals(
        List.of(deliveries.subList(0, 2), deliveries.subList(2, 3), deliveries.subList(3, 4)),
        Versions.rounds(deliveries));
  }

  @Test
  void anotherKindOfAggregateIsAnotherAggregate() {
    List<Inbox.Delivery> deliveries = List.of(delivery("note", ONE, 1), delivery("page", ONE, 1));
    assertEquals(List.of(deliveries), Versions.rounds(deliveries));
  }

  private static Inbox.Delivery delivery(String type, UUID aggregate, long version) {
    return new Inbox.Delivery(
        new ReceivedEvent(
            UUID.randomUUID(),
            "/test",
            type + ".written.v1",
            type,
            aggregate,
            version,
            "E08000009",
            Instant.EPOCH,
            JsonNodeFactory.instance.objectNode(),
            JsonNodeFactory.instance.objectNode()),
        null);
  }
}
