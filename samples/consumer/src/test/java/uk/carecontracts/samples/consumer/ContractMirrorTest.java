package uk.carecontracts.samples.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ContractMirrorTest {
  private final ContractMirror mirror = new ContractMirror();

  private static ConsumerRecord<String, byte[]> bare(String key, String status, String end) {
    String body =
        "{\"state\":{\"status\":\"%s\",\"title\":\"%s\",\"dates\":{\"end\":\"%s\"}},\"new\":1}"
            .formatted(status, key, end);
    return new ConsumerRecord<>("contracts.v1", 0, 7, key, body.getBytes(StandardCharsets.UTF_8));
  }

  private static ContractEvent event(
      String type, String key, long version, String status, String end) {
    ConsumerRecord<String, byte[]> event = bare(key, status, end);
    event.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
    event.headers().add("ce_subject", key.getBytes(StandardCharsets.UTF_8));
    event
        .headers()
        .add("ce_aggregateversion", Long.toString(version).getBytes(StandardCharsets.UTF_8));
    return ContractEvent.of(event);
  }

  @Test
  void anEventThatComesTwiceOrLateChangesNothing() {
    assertTrue(mirror.apply(event("contract.awarded.v1", "a", 2, "AWARDED", "2027-03-31")));
    assertTrue(mirror.apply(event("contract.activated.v1", "a", 3, "ACTIVE", "2027-03-31")));
    assertFalse(mirror.apply(event("contract.activated.v1", "a", 3, "ACTIVE", "2027-03-31")));
    assertFalse(mirror.apply(event("contract.awarded.v1", "a", 2, "AWARDED", "2027-03-31")));
    assertEquals(1, mirror.endingBefore(LocalDate.of(2027, 4, 1)).size());
  }

  @Test
  void onlyActiveContractsAreWatchedTheFirstToEndFirst() {
    mirror.apply(event("contract.activated.v1", "late", 1, "ACTIVE", "2027-06-30"));
    mirror.apply(event("contract.activated.v1", "early", 1, "ACTIVE", "2027-01-31"));
    mirror.apply(event("contract.activated.v1", "far", 1, "ACTIVE", "2031-01-31"));
    mirror.apply(event("contract.terminated.v1", "gone", 1, "TERMINATED", "2027-01-31"));
    assertEquals(
        java.util.List.of("early", "late"),
        mirror.endingBefore(LocalDate.of(2027, 7, 1)).stream()
            .map(state -> state.path("title").asText())
            .toList());
  }

  @Test
  void otherAggregatesOfTheTopicAndRecordsThatAreNoEventsAreToldApart() {
    assertFalse(event("variation.agreed.v1", "v", 1, "AGREED", "2027-01-31").isAboutAContract());
    assertThrows(
        IllegalArgumentException.class, () -> ContractEvent.of(bare("x", "ACTIVE", "2027-01-31")));
  }
}
