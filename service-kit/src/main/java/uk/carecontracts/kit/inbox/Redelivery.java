package uk.carecontracts.kit.inbox;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import uk.carecontracts.kit.json.StoredJson;

/** Hands a kept event to its consumer once more. */
@ApplicationScoped
public class Redelivery {
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final Consumers consumers;
  private final Inbox inbox;
  private final EventReader reader;
  private final StoredJson json;

  Redelivery(Consumers consumers, Inbox inbox, EventReader reader, StoredJson json) {
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
    Map<String, String> headers = json.read(letter.headers(), HEADERS);
    Inbox.Delivery delivery =
        new Inbox.Delivery(reader.read(headers, letter.payload()), headers.get("ce_traceparent"));
    return inbox.apply(consumer, List.of(delivery), inbox.epoch(consumer)).name();
  }
}
