package uk.carecontracts.monitoring.stage;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import uk.carecontracts.testkit.TestTopics;

/** A placement as the contract register publishes it. */
public final class PlacementEvent {
  private PlacementEvent() {}

  /** A person placed on a contract. */
  public static void send(
      UUID id, ContractEvent contract, String person, String status, long version) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("id", UUID.randomUUID().toString());
    attributes.put("source", "/contracts-service");
    attributes.put("type", "placement.changed.v1");
    attributes.put("subject", id.toString());
    attributes.put("time", Instant.now().toString());
    attributes.put("aggregatetype", "placement");
    attributes.put("aggregateversion", String.valueOf(version));
    attributes.put("authority", contract.authority());
    Map<String, Object> state =
        Map.of(
            "id",
            id.toString(),
            "authority",
            contract.authority(),
            "contractId",
            contract.id.toString(),
            "provider",
            Map.of("providerId", contract.provider().toString(), "name", "Elm Care Ltd"),
            "kind",
            "SPOT",
            "personReference",
            person,
            "startDate",
            "2026-01-05",
            "status",
            status,
            "version",
            version);
    TestTopics.send(
        "contracts.v1", id.toString(), attributes, Map.of("state", state, "change", Map.of()));
  }
}
