package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import uk.carecontracts.stack.demo.Progress.Outcome;
import uk.carecontracts.stack.infrastructure.Role;

/** Registers homes and branches with what the regulator found there over the years. */
final class LocationLoader {
  private final Catalogue catalogue;
  private final Map<String, DemoAuthority> authorities;
  private final Map<String, UUID> providers;
  private final ApiClient api;
  private final Tokens tokens;
  private final LocalDate today;

  LocationLoader(
      Catalogue catalogue,
      Map<String, UUID> providers,
      ApiClient api,
      Tokens tokens,
      LocalDate today) {
    this.catalogue = catalogue;
    this.authorities = catalogue.authoritiesByName();
    this.providers = providers;
    this.api = api;
    this.tokens = tokens;
    this.today = today;
  }

  /** Registers what is missing; gives the record of each location by the regulator's number. */
  Map<String, UUID> load(Crew crew, Progress progress) {
    Map<String, UUID> records = new ConcurrentHashMap<>();
    progress.done(
        "homes and branches",
        crew.each(catalogue.locations(), location -> load(location, records)));
    return records;
  }

  private Outcome load(DemoLocation location, Map<String, UUID> records) {
    String token = tokens.officer(Role.PROVIDERS, authorities.get(location.area()));
    JsonNode found =
        api.send(ApiRequest.get("/v1/locations?q=" + location.cqcLocation(), token))
            .body()
            .path("items");
    boolean fresh = found.isEmpty();
    UUID id = fresh ? register(location, token) : UUID.fromString(found.get(0).path("id").asText());
    records.put(location.cqcLocation(), id);
    int held = fresh ? 0 : ratingsOf(id, token);
    List<DemoRating> missing = location.ratings().stream().skip(held).toList();
    missing.forEach(rating -> rate(id, location, rating, token));
    return Progress.outcome(fresh, missing.size());
  }

  private UUID register(DemoLocation location, String token) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("providerId", providers.get(location.provider()));
    body.put("name", location.name());
    body.put("cqcLocationId", location.cqcLocation());
    body.put("careType", location.careType());
    if (location.beds() > 0) {
      body.put("beds", location.beds());
    }
    body.put("area", authorities.get(location.area()).code());
    body.put("openedOn", today.minusMonths(location.openedMonthsAgo()).toString());
    return api.send(
            ApiRequest.post("/v1/locations", token, body)
                .named("location:" + location.cqcLocation()))
        .id();
  }

  private int ratingsOf(UUID location, String token) {
    return api.send(ApiRequest.get("/v1/locations/" + location + "/ratings", token))
        .body()
        .path("items")
        .size();
  }

  private void rate(UUID id, DemoLocation location, DemoRating rating, String token) {
    Map<String, Object> body =
        Map.of(
            "regulator", "CQC",
            "overall", rating.overall(),
            "keyQuestions", rating.keyQuestions(),
            "reportDate", today.minusMonths(rating.monthsAgo()).toString(),
            "inherited", false);
    api.send(
        ApiRequest.post("/v1/locations/" + id + "/ratings", token, body)
            .named("rating:" + location.cqcLocation() + ":" + rating.monthsAgo()));
  }
}
