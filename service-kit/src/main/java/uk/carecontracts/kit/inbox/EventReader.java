package uk.carecontracts.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads a CloudEvent in Kafka's binary mode; attributes and fields it does not know are left. */
@ApplicationScoped
class EventReader {
  private final ObjectMapper json;

  EventReader(ObjectMapper json) {
    this.json = json;
  }

  ReceivedEvent read(ConsumerRecord<String, byte[]> message) {
    return read(headers(message), message.value());
  }

  ReceivedEvent read(Map<String, String> headers, byte @Nullable [] value) {
    JsonNode body = body(value);
    return new ReceivedEvent(
        UUID.fromString(required(headers, "ce_id")),
        required(headers, "ce_source"),
        required(headers, "ce_type"),
        required(headers, "ce_aggregatetype"),
        UUID.fromString(required(headers, "ce_subject")),
        Long.parseLong(required(headers, "ce_aggregateversion")),
        required(headers, "ce_authority"),
        OffsetDateTime.parse(required(headers, "ce_time")).toInstant(),
        body.path("state"),
        body.path("change"));
  }

  /** One header of a message; null when it has none of that name. */
  static @Nullable String header(ConsumerRecord<?, ?> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  static Map<String, String> headers(ConsumerRecord<?, ?> message) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : message.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return headers;
  }

  private JsonNode body(byte @Nullable [] value) {
    if (value == null) {
      return MissingNode.getInstance();
    }
    try {
      return json.readTree(value);
    } catch (IOException e) {
      throw new IllegalArgumentException("The event's data is not JSON", e);
    }
  }

  private static String required(Map<String, String> headers, String name) {
    String value = headers.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The event has no attribute " + name);
    }
    return value;
  }
}
