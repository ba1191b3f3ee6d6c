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
    return contract(authority, service, provider, annual, "Care", "2099-03-31");
  }

  /** A running contract of a provider with its title and last day. */
  public static UUID contract(
      String authority, String service, UUID provider, int annual, String title, String end) {
    return contract(authority, service, provider, annual, title, Map.of("dates", dates(end)));
  }

  /** A running contract whose ending before the end agreed was announced. */
  public static UUID endingContract(
      String authority, String service, UUID provider, int annual, String title, String last) {
    Map<String, Object> ending = Map.of("date", last, "kind", "TERMINATION", "reason", "Notice");
    return contract(
        authority,
        service,
        provider,
        annual,
        title,
        Map.of("dates", dates("2099-03-31"), "ending", ending));
  }

  private static Map<String, String> dates(String end) {
    return Map.of("start", "2025-04-01", "end", end);
  }

  private static UUID contract(
      String authority,
      String service,
      UUID provider,
      int annual,
      String title,
      Map<String, Object> term) {
    UUID id = UUID.randomUUID();
    Map<String, Object> state = new HashMap<>(term);
    state.put("id", id.toString());
    state.put("authority", authority);
    state.put("reference", "C-" + annual);
    state.put("title", title);
    state.put("status", "ACTIVE");
    state.put("type", "BLOCK");
    state.put("serviceType", service);
    state.put("values", Map.of("annual", Map.of("amount", annual, "currency", "GBP")));
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
    Map<String, Object> state = placementOf(authority, service, provider, area, weekly);
    if (hours > 0) {
      state.put("hoursPerWeek", hours);
    }
    return placement(authority, state);
  }

  /** A running placement that fills reserved volume of a block contract. */
  public static UUID blockPlacement(
      String authority, String service, UUID provider, String area, UUID contract) {
    Map<String, Object> state = placementOf(authority, service, provider, area, 900);
    state.put("kind", "BLOCK");
    state.put("contractId", contract.toString());
    return placement(authority, state);
  }

  /** An agreement that reserves places under a contract. */
  public static UUID agreement(
      String authority, String service, String area, UUID contract, int places) {
    UUID id = UUID.randomUUID();
    Map<String, Object> state = new HashMap<>();
    state.put("id", id.toString());
    state.put("authority", authority);
    state.put("contractId", contract.toString());
    state.put("kind", "BLOCK");
    state.put("serviceType", service);
    state.put("area", area);
    state.put("volume", Map.of("quantity", places, "unit", "PLACES"));
    send("agreement", "agreement.opened.v1", id, 1, authority, state);
    return id;
  }

  private static UUID placement(String authority, Map<String, Object> state) {
    UUID id = UUID.randomUUID();
    state.put("id", id.toString());
    send("placement", "placement.started.v1", id, 1, authority, state);
    return id;
  }

  private static Map<String, Object> placementOf(
      String authority, String service, UUID provider, String area, double weekly) {
    Map<String, Object> state = new HashMap<>();
    state.put("authority", authority);
    state.put("provider", Map.of("providerId", provider.toString(), "name", "Care Ltd"));
    state.put("kind", "SPOT");
    state.put("serviceType", service);
    state.put("area", area);
    state.put("personReference", "P-1");
    state.put("weeklyPrice", Map.of("amount", weekly, "currency", "GBP"));
    state.put("startDate", "2025-04-01");
    state.put("status", "ACTIVE");
    return state;
  }
}
