package uk.carecontracts.monitoring.stage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import uk.carecontracts.testkit.TestTopics;

/** A location as the provider database publishes it; change what matters and send it. */
public final class LocationEvent {
  public final UUID id = UUID.randomUUID();
  private final UUID provider;
  private String rating = "GOOD";
  private String previous = "GOOD";
  private LocalDate reportDate = LocalDate.now(ZoneOffset.UTC).minusDays(10);
  private boolean specialMeasures;
  private Map<String, String> keyQuestions = Map.of();
  private long version = 1;

  private LocationEvent(UUID provider) {
    this.provider = provider;
  }

  public static LocationEvent of(UUID provider) {
    return new LocationEvent(provider);
  }

  public LocationEvent rating(String now, String before) {
    rating = now;
    previous = before;
    return this;
  }

  public LocationEvent specialMeasures(boolean in) {
    specialMeasures = in;
    return this;
  }

  public LocationEvent keyQuestions(Map<String, String> ratings) {
    keyQuestions = ratings;
    return this;
  }

  public LocationEvent reportDate(LocalDate day) {
    reportDate = day;
    return this;
  }

  public LocationEvent version(long number) {
    version = number;
    return this;
  }

  public LocationEvent send() {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("id", UUID.randomUUID().toString());
    attributes.put("source", "/providers-service");
    attributes.put("type", "location.rated.v1");
    attributes.put("subject", id.toString());
    attributes.put("time", Instant.now().toString());
    attributes.put("aggregatetype", "location");
    attributes.put("aggregateversion", String.valueOf(version));
    attributes.put("authority", "E10000008");
    Map<String, Object> state = new HashMap<>();
    state.put("id", id.toString());
    state.put("providerId", provider.toString());
    state.put("name", "Elm House");
    state.put("careType", "RESIDENTIAL");
    state.put("area", "North");
    state.put("status", "OPEN");
    state.put(
        "currentRating",
        Map.of(
            "regulator",
            "CQC",
            "overall",
            rating,
            "reportDate",
            reportDate.toString(),
            "keyQuestions",
            keyQuestions));
    state.put("previousRating", Map.of("overall", previous));
    state.put("specialMeasures", Map.of("inForce", specialMeasures));
    TestTopics.send(
        "providers.v1", id.toString(), attributes, Map.of("state", state, "change", Map.of()));
    return this;
  }
}
