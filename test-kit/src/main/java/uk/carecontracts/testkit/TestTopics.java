package uk.carecontracts.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Looks into topics and puts events there, as another service would. */
public final class TestTopics {

  private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();
  private static final String PREFIX = "ce_";
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long LIMIT_SECONDS = 60;

  private TestTopics() {}

  /**
   * Creates a topic with three partitions, as the services do; an existing one is left as it is.
   */
  public static void create(String topic) {
    NewTopic definition =
        new NewTopic(topic, 3, (short) 1).configs(Map.of("cleanup.policy", "compact"));
    try (Admin admin = Admin.create(connection())) {
      admin.createTopics(List.of(definition)).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("could not create topic " + topic, e.getCause());
      }
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException("could not create topic " + topic, e);
    }
  }

  /** Everything in a topic from its beginning to what is its end now, in order within each key. */
  public static List<CloudEventRecord> readAll(String topic) {
    Map<String, Object> settings = connection();
    settings.put("enable.auto.commit", "false");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<CloudEventRecord> events = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(record -> events.add(event(record)));
      }
      return events;
    }
  }

  /** Everything in a topic about one aggregate. */
  public static List<CloudEventRecord> readAll(String topic, String key) {
    return readAll(topic).stream().filter(event -> key.equals(event.key())).toList();
  }

  /**
   * Sends an event in binary mode and waits until the broker has it.
   *
   * @param key the aggregate's id
   * @param attributes CloudEvents attributes without prefix; {@code specversion} is added if
   *     missing
   * @param data what becomes the JSON body; a string is sent as it is; null is a tombstone
   */
  public static void send(
      String topic, String key, Map<String, String> attributes, @Nullable Object data) {
    ProducerRecord<String, @Nullable String> record = new ProducerRecord<>(topic, key, body(data));
    Map<String, String> headers = new HashMap<>(attributes);
    headers.putIfAbsent("specversion", "1.0");
    record.headers().add("content-type", bytes("application/json"));
    headers.forEach((name, value) -> record.headers().add(PREFIX + name, bytes(value)));
    Map<String, Object> settings = connection();
    settings.put("acks", "all");
    try (KafkaProducer<String, @Nullable String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(record).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("could not send to " + topic, e);
    }
  }

  private static CloudEventRecord event(ConsumerRecord<String, String> record) {
    Map<String, String> attributes = new HashMap<>();
    record
        .headers()
        .forEach(
            header -> {
              String name = header.key();
              attributes.put(
                  name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name,
                  new String(header.value(), StandardCharsets.UTF_8));
            });
    return new CloudEventRecord(
        record.key(), attributes, parsed(record.value()), record.partition(), record.offset());
  }

  private static Map<String, Object> parsed(@Nullable String body) {
    if (body == null) {
      return Map.of();
    }
    try {
      return JSON.readValue(body, new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      return Map.of("unparsed", body);
    }
  }

  private static @Nullable String body(@Nullable Object data) {
    if (data == null || data instanceof String) {
      return (String) data;
    }
    try {
      return JSON.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> connection() {
    return new HashMap<>(Map.of("bootstrap.servers", Infrastructure.kafkaBootstrap()));
  }
}
