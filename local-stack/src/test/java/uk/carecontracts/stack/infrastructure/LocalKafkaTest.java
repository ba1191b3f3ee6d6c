package uk.carecontracts.stack.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {
  private static final TopicPartition TOPIC = new TopicPartition("topic", 0);
  private static final int PATIENCE_SECONDS = 60;

  @Test
  void topicsAndRecordsSurviveARestart(@TempDir Path directory) throws Exception {
    LocalKafka.Settings settings = LocalKafka.Settings.kept(directory, Ports.free());
    try (LocalKafka kafka = LocalKafka.start(settings)) {
      createTopic(kafka);
      send(kafka, "first");
    }
    try (LocalKafka kafka = LocalKafka.start(settings)) {
      send(kafka, "second");
      assertEquals(List.of("first", "second"), read(kafka));
    }
  }

  @Test
  void temporaryBrokerStartsOnAFreePort() throws Exception {
    try (LocalKafka kafka = LocalKafka.start(LocalKafka.Settings.temporary())) {
      createTopic(kafka);
      send(kafka, "only");
      assertEquals(List.of("only"), read(kafka));
    }
  }

  private static void createTopic(LocalKafka kafka) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(TOPIC.topic(), 1, (short) 1))).all().get();
    }
  }

  private static void send(LocalKafka kafka, String value) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC.topic(), "key", value)).get();
    }
  }

  /** All that is in the topic. */
  private static List<String> read(LocalKafka kafka) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", kafka.bootstrapServers(),
            "group.id", "reader",
            "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      long end = consumer.endOffsets(List.of(TOPIC)).get(TOPIC);
      consumer.subscribe(List.of(TOPIC.topic()));
      List<String> values = new ArrayList<>();
      for (int polls = 0; polls < PATIENCE_SECONDS && values.size() < end; polls++) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
      }
      return values;
    }
  }
}
