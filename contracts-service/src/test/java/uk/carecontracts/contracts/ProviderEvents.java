package uk.carecontracts.contracts;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.testkit.TestTopics;

/** Events of the provider register as it sends them. */
public final class ProviderEvents {
  private ProviderEvents() {}

  /** Sends an event of topic providers.v1. */
  public static void send(
      String type, String aggregateType, UUID id, long version, String authority, Object state) {
    TestTopics.send(
        "providers.v1",
        id.toString(),
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "source",
            "/providers",
            "type",
            type,
            "subject",
            id.toString(),
            "time",
            "2026-05-01T10:00:00Z",
            "aggregatetype",
            aggregateType,
            "aggregateversion",
            String.valueOf(version),
            "authority",
            authority),
        Map.of("state", state, "change", Map.of()));
  }

  /** A state with a rating, as locations show it. */
  public static Map<String, Object> rating(String overall, Object reportDate) {
    return Map.of(
        "regulator",
        "CQC",
        "overall",
        overall,
        "reportDate",
        reportDate.toString(),
        "keyQuestions",
        Map.of(),
        "inherited",
        false);
  }

  /** A home with its latest ratings. */
  public static void home(
      String type,
      UUID id,
      long version,
      String careType,
      String area,
      @Nullable Map<String, Object> previous,
      @Nullable Map<String, Object> current) {
    Map<String, Object> state = new HashMap<>();
    state.put("id", id.toString());
    state.put("authority", Api.AUTHORITY);
    state.put("name", "Home " + id);
    state.put("careType", careType);
    state.put("area", area);
    state.put("status", "OPEN");
    state.put("specialMeasures", Map.of("inForce", false));
    state.put("version", version);
    if (previous != null) {
      state.put("previousRating", previous);
    }
    if (current != null) {
      state.put("currentRating", current);
    }
    send(type, "location", id, version, Api.AUTHORITY, state);
  }

  /** A suspension of a provider by {@link Api#AUTHORITY} around today. */
  public static void suspension(
      String type, UUID id, long version, UUID provider, Object startsOn, Object endsOn) {
    Map<String, Object> state = new HashMap<>();
    state.put("id", id.toString());
    state.put("authority", Api.AUTHORITY);
    state.put("providerId", provider.toString());
    state.put("reason", "Two homes are inadequate.");
    state.put("startsOn", startsOn.toString());
    state.put("endsOn", endsOn.toString());
    state.put("status", "provider.suspended.v1".equals(type) ? "IN_FORCE" : "LIFTED");
    if ("provider.suspension-lifted.v1".equals(type)) {
      state.put("liftedOn", startsOn.toString());
    }
    send(type, "suspension", id, version, Api.AUTHORITY, state);
  }

  /** A provider record that was merged into another one, or stands for itself again. */
  public static void merged(UUID provider, long version, @Nullable UUID into) {
    Map<String, Object> state = new HashMap<>();
    state.put("id", provider.toString());
    state.put("legalName", "Fernleigh");
    state.put("status", into == null ? "ACTIVE" : "MERGED");
    state.put("mergedInto", into == null ? null : into.toString());
    send(
        into == null ? "provider.unmerged.v1" : "provider.merged.v1",
        "provider",
        provider,
        version,
        Api.OTHER,
        state);
  }
}
