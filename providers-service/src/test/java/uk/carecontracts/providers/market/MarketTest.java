package uk.carecontracts.providers.market;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.carecontracts.providers.ServiceTest;
import uk.carecontracts.testkit.TestTopics;

/** Homes, ratings, owners, contracts and placements of an area that no other test uses. */
abstract class MarketTest extends ServiceTest {

  static List<String> ids(UUID... ids) {
    return java.util.Arrays.stream(ids).map(UUID::toString).toList();
  }

  static String area() {
    return "W0601" + "%04d".formatted((int) (Math.random() * 9999));
  }

  static Response owner(UUID provider, UUID parent, String from) {
    return officer()
        .body(
            Map.of("kind", "OWNER", "parentId", parent, "validFrom", from, "evidence", "Accounts"))
        .post("/v1/providers/" + provider + "/ownerships");
  }

  static UUID home(String area, UUID provider, int beds, String latitude, String longitude) {
    Map<String, Object> home = new HashMap<>();
    home.put("name", unique("House"));
    home.put("careType", "NURSING_HOME");
    home.put("area", area);
    home.put("providerId", provider);
    home.put("beds", beds);
    home.put("latitude", new java.math.BigDecimal(latitude));
    home.put("longitude", new java.math.BigDecimal(longitude));
    home.put("openedOn", "2010-01-01");
    Response answer = officer().body(home).post("/v1/locations");
    answer.then().statusCode(201);
    return UUID.fromString(answer.path("id"));
  }

  static void rate(UUID location, String overall, String date) {
    officer()
        .body(Map.of("regulator", "CQC", "overall", overall, "reportDate", date))
        .post("/v1/locations/" + location + "/ratings")
        .then()
        .statusCode(201);
  }

  static UUID contract(String authority, String service, UUID provider, int annual, String area) {
    UUID id = UUID.randomUUID();
    Map<String, Object> state = new HashMap<>();
    state.put("title", "Care");
    state.put("status", "ACTIVE");
    state.put("type", "BLOCK");
    state.put("serviceType", service);
    state.put("area", area);
    state.put("values", Map.of("annual", Map.of("amount", annual, "currency", "GBP")));
    state.put("dates", Map.of("start", "2020-04-01", "end", "2026-03-31"));
    state.put(
        "parties",
        List.of(
            Map.of(
                "id", UUID.randomUUID().toString(),
                "role", "LEAD_SUPPLIER",
                "name", unique("Ltd"),
                "providerId", provider.toString())));
    send("contract", "contract.activated.v1", id, authority, state);
    return id;
  }

  static UUID placement(
      String area,
      String authority,
      @org.jspecify.annotations.Nullable UUID contract,
      @org.jspecify.annotations.Nullable UUID provider,
      @org.jspecify.annotations.Nullable UUID location,
      String person,
      int weekly,
      double hours,
      @org.jspecify.annotations.Nullable String end) {
    UUID id = UUID.randomUUID();
    Map<String, Object> state = new HashMap<>();
    state.put("id", id.toString());
    if (contract != null) {
      state.put("contractId", contract.toString());
    }
    Map<String, Object> named = new HashMap<>(Map.of("name", "A provider"));
    if (provider != null) {
      named.put("providerId", provider.toString());
    }
    state.put("provider", named);
    Map<String, Object> terms = new HashMap<>();
    terms.put("from", "2020-01-01");
    terms.put("kind", "SPOT");
    terms.put("careType", "NURSING_HOME");
    terms.put("area", area);
    if (location != null) {
      terms.put("locationId", location.toString());
    }
    terms.put("weeklyPrice", Map.of("amount", weekly, "currency", "GBP"));
    if (hours > 0) {
      terms.put("hoursPerWeek", hours);
    }
    state.put("terms", List.of(terms));
    state.put("serviceType", "NURSING");
    state.put("clientGroup", "OLDER_PEOPLE");
    state.put("personReference", person);
    state.put("startDate", "2020-01-01");
    if (end != null) {
      state.put("endDate", end);
    }
    send("placement", "placement.started.v1", id, authority, state);
    return id;
  }

  static void send(
      String aggregate, String type, UUID id, String authority, Map<String, Object> state) {
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
            "1",
            "authority",
            authority),
        Map.of("state", state, "change", Map.of()));
  }
}
