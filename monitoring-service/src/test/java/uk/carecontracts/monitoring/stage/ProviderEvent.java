package uk.carecontracts.monitoring.stage;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.testkit.TestTopics;

/** A provider record as the provider database publishes it. */
public final class ProviderEvent {
  private ProviderEvent() {}

  /** Sends a version of a record that stands for itself, or was merged into another one. */
  public static void send(UUID id, long version, @Nullable UUID mergedInto) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("id", UUID.randomUUID().toString());
    attributes.put("source", "/providers-service");
    attributes.put("type", mergedInto == null ? "provider.updated.v1" : "provider.merged.v1");
    attributes.put("subject", id.toString());
    attributes.put("time", Instant.now().toString());
    attributes.put("aggregatetype", "provider");
    attributes.put("aggregateversion", String.valueOf(version));
    attributes.put("authority", ContractEvent.DEVON);
    Map<String, Object> state = new HashMap<>();
    state.put("id", id.toString());
    state.put("legalName", "Elm Care Ltd");
    state.put("status", mergedInto == null ? "ACTIVE" : "MERGED");
    state.put("version", version);
    if (mergedInto != null) {
      state.put("mergedInto", mergedInto.toString());
    }
    TestTopics.send(
        "providers.v1", id.toString(), attributes, Map.of("state", state, "change", Map.of()));
  }
}
