package uk.carecontracts.samples.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Prints which active contracts end within half a year, then every change as it happens. The topic
 * is compacted, so reading it from its beginning is all a new consumer needs.
 */
public final class ExpiryWatch {
  private static final String TOPIC = "contracts.v1";
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int MONTHS = 6;

  private final ContractMirror contracts = new ContractMirror();
  private final PrintStream out;
  private final Clock clock;

  ExpiryWatch(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Follows the broker that {@code KAFKA_BOOTSTRAP_SERVERS} names until it is stopped. */
  public static void main(String[] arguments) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            System.getenv().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "localhost:19092"));
    ExpiryWatch watch = new ExpiryWatch(System.out, Clock.system(LONDON));
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      watch.catchUp(consumer);
      watch.report();
      while (!Thread.currentThread().isInterrupted()) {
        consumer.poll(Duration.ofSeconds(1)).forEach(watch::tell);
      }
    }
  }

  /** Reads what there is, without a consumer group: every instance wants everything. */
  private void catchUp(KafkaConsumer<String, byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(TOPIC).stream()
            .map(info -> new TopicPartition(TOPIC, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(Duration.ofSeconds(1)).forEach(this::take);
    }
  }

  private boolean take(ConsumerRecord<String, byte[]> event) {
    ContractEvent read = ContractEvent.of(event);
    return read.isAboutAContract() && contracts.apply(read);
  }

  private void tell(ConsumerRecord<String, byte[]> event) {
    if (take(event)) {
      ContractEvent news = ContractEvent.of(event);
      line(news.type(), news.state());
    }
  }

  void report() {
    LocalDate until = LocalDate.now(clock).plusMonths(MONTHS);
    List<JsonNode> ending = contracts.endingBefore(until);
    out.printf("%d contracts, %d of them end before %s%n", contracts.size(), ending.size(), until);
    ending.forEach(contract -> line(contract.path("dates").path("end").asText(), contract));
  }

  private void line(String first, JsonNode contract) {
    out.printf(
        "%s  %s  %s%n",
        first, contract.path("reference").asText(), contract.path("title").asText());
  }
}
