package uk.carecontracts.testkit.events;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic of the stack from its beginning to where it ends now. */
public final class TopicReader {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /**
   * A record as any consumer sees it.
   *
   * @param key the aggregate's id
   * @param headers name to text
   * @param value JSON
   */
  public record Event(String key, Map<String, String> headers, String value) {
    /** Its CloudEvents type. */
    public String type() {
      return headers.getOrDefault("ce_type", "without ce_type");
    }
  }

  private TopicReader() {}

  /** Everything in a topic up to what is its end now; nothing when there is no such topic. */
  public static List<Event> all(String bootstrapServers, String topic) {
    Map<String, Object> settings =
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().getOrDefault(topic, List.of()).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return read(consumer, consumer.endOffsets(partitions));
    }
  }

  private static List<Event> read(
      KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
    List<Event> events = new ArrayList<>();
    Instant limit = Instant.now().plus(LIMIT);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      if (Instant.now().isAfter(limit)) {
        throw new IllegalStateException("The topic did not end within " + LIMIT);
      }
      consumer
          .poll(Duration.ofMillis(500))
          .forEach(
              event -> {
                Map<String, String> headers = new TreeMap<>();
                event
                    .headers()
                    .forEach(
                        header ->
                            headers.put(
                                header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                events.add(new Event(event.key(), headers, event.value()));
              });
    }
    return events;
  }
}
