package uk.carecontracts.monitoring.providers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** Reads a location from an event's state, leaving fields it does not know. */
final class LocationReader {
  private LocationReader() {}

  static KnownLocation read(ReceivedEvent event) {
    JsonNode state = event.state();
    JsonNode current = state.path("currentRating");
    String provider = text(state.path("providerId"));
    String name = text(state.path("name"));
    String date = text(current.path("reportDate"));
    return new KnownLocation(
        event.aggregateId(),
        provider == null ? null : UUID.fromString(provider),
        name == null ? event.aggregateId().toString() : name,
        text(state.path("careType")),
        text(state.path("area")),
        text(state.path("status")),
        text(current.path("regulator")),
        overall(current),
        date == null ? null : LocalDate.parse(date),
        overall(state.path("previousRating")),
        specialMeasures(state.path("specialMeasures")),
        event.aggregateVersion());
  }

  private static @Nullable String overall(JsonNode rating) {
    return text(rating.isObject() ? rating.path("overall") : rating);
  }

  private static boolean specialMeasures(JsonNode node) {
    return node.isObject() ? node.path("inForce").asBoolean() : node.asBoolean();
  }

  private static @Nullable String text(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asText() : null;
  }
}
