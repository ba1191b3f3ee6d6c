package uk.carecontracts.kit.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The envelope of our events: CloudEvents 1.0 with our aggregate as extension attributes. */
@ApplicationScoped
public class EventEnvelope {
  private final ObjectMapper json;
  private final KitEvents config;

  EventEnvelope(ObjectMapper json, KitEvents config) {
    this.json = json;
    this.config = config;
  }

  /** The event in structured JSON mode, for those who are not on Kafka. */
  public byte[] json(JournalVersion version) {
    return new JsonFormat().serialize(of(version, null));
  }

  CloudEvent of(JournalVersion version, @Nullable String traceparent) {
    ObjectNode body = json.createObjectNode();
    body.set("state", version.state());
    body.set("change", version.change());
    CloudEventBuilder event =
        CloudEventBuilder.v1()
            .withId(version.eventId().toString())
            .withSource(URI.create("/" + config.service()))
            .withType(version.type())
            .withSubject(version.aggregateId().toString())
            .withTime(version.occurredAt().atOffset(ZoneOffset.UTC))
            .withExtension("aggregatetype", version.aggregateType())
            .withExtension("aggregateversion", Long.toString(version.aggregateVersion()))
            .withExtension("authority", version.authority())
            .withData("application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    if (traceparent != null) {
      event.withExtension("traceparent", traceparent);
    }
    return event.build();
  }
}
