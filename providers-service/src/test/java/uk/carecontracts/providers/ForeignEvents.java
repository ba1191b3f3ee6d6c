package uk.carecontracts.providers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.carecontracts.testkit.TestTopics;

/** Events as the contracts service publishes them. */
public final class ForeignEvents {

  private ForeignEvents() {}

  /** Sends any event of the contracts service. */
  public static void send(
      String aggregate,
      String type,
      UUID id,
      long version,
      String authority,
      Map<String, Object> state) {
    TestTopics.send(
        "contracts.v1",
        id.toString(),
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "source",
            "/contracts-service",
            "type",
            type,
            "subject",
            id.toString(),
            "time",
            "2025-04-01T10:00:00Z",
            "aggregatetype",
            aggregate,
            "aggregateversion",
            Long.toString(version),
            "authority",
            authority),
        Map.of("state", state, "change", Map.of()));
  }

  /** A running contract of a provider. */
  public static UUID contract(String authority, String service, UUID provider, int annual) {
    UUID id = UUID.randomUUID();
    Map<String, Object> state = new HashMap<>();
    state.put("id", id.toString());
    state.put("authority", authority);
    state.put("reference", "C-" + annual);
    state.put("title", "Care");
    state.put("status", "ACTIVE");
    state.put("type", "BLOCK");
    state.put("serviceType", service);
    state.put("values", Map.of("annual", Map.of("amount", annual, "currency", "GBP")));
    state.put("dates", Map.of("start", "2025-04-01", "end", "2099-03-31"));
    state.put(
        "parties",
        List.of(
            Map.of(
                "id",
                UUID.randomUUID().toString(),
                "role",
                "LEAD_SUPPLIER",
                "name",
                "Care Ltd",
                "providerId",
                provider.toString())));
    send("contract", "contract.activated.v1", id, 1, authority, state);
    return id;
  }

  /** A running placement, by the week or, with hours, by the hour. */
  public static UUID placement(
      String authority, String service, UUID provider, String area, double weekly, int hours) {
    UUID id = UUID.randomUUID();
    Map<String, Object> state = new HashMap<>();
    state.put("id", id.toString());
    state.put("authority", authority);
    state.put("provider", Map.of("providerId", provider.toString(), "name", "Care Ltd"));
    state.put("kind", "SPOT");
    state.put("serviceType", service);
    state.put("area", area);
    state.put("personReference", "P-" + id.toString().substring(0, 8));
    state.put("weeklyPrice", Map.of("amount", weekly, "currency", "GBP"));
    if (hours > 0) {
      state.put("hoursPerWeek", hours);
    }
    state.put("startDate", "2025-04-01");
    state.put("status", "ACTIVE");
    send("placement", "placement.started.v1", id, 1, authority, state);
    return id;
  }
}
