package uk.carecontracts.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Hands a kept event to its consumer once more. */
@ApplicationScoped
public class Redelivery {
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final Consumers consumers;
  private final Inbox inbox;
  private final EventReader reader;
  private final ObjectMapper json;

  Redelivery(Consumers consumers, Inbox inbox, EventReader reader, ObjectMapper json) {
    this.consumers = consumers;
    this.inbox = inbox;
    this.reader = reader;
    this.json = json;
  }

  /** A kept event: whose it is, its headers as JSON, its body. */
  public record Letter(String consumer, String headers, byte[] payload) {}

  /** Applies it, or finds that a newer version has been applied; gives which. */
  public String apply(Letter letter) {
    EventConsumer consumer = consumers.byName(letter.consumer());
    Map<String, String> headers = headers(letter);
    Inbox.Delivery delivery =
        new Inbox.Delivery(reader.read(headers, letter.payload()), headers.get("ce_traceparent"));
    return inbox.apply(consumer, List.of(delivery), inbox.epoch(consumer)).name();
  }

  private Map<String, String> headers(Letter letter) {
    try {
      return json.readValue(letter.headers(), HEADERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A dead letter's headers are not JSON", e);
    }
  }
}
