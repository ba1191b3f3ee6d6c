package uk.carecontracts.kit.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import uk.carecontracts.kit.journal.KitEvents;
import uk.carecontracts.kit.problem.DatabaseFaults;

/** One consumer's thread: reads its topics, applies each event, commits offsets afterwards. */
final class ConsumerLoop implements Runnable {
  private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
  private static final int TRIES = 4;
  private static final int TOGETHER = 20;
  private static final int MOST_AT_ONCE = 100;
  private static final Duration POLL = Duration.ofMillis(500);

  /**
   * What comes right behind other news waits this long for company: events applied together cost
   * little more than one. News after silence never waits.
   */
  private static final Duration GATHERING = Duration.ofMillis(50);

  private final EventConsumer consumer;
  private final Inbox inbox;
  private final Epochs epochs;
  private final EventReader reader;
  private final Topics topics;
  private final KitEvents config;
  private final String bootstrapServers;
  private volatile boolean running = true;
  private volatile long lag;

  ConsumerLoop(
      EventConsumer consumer,
      Inbox inbox,
      Epochs epochs,
      EventReader reader,
      Topics topics,
      KitEvents config,
      String bootstrapServers) {
    this.consumer = consumer;
    this.inbox = inbox;
    this.epochs = epochs;
    this.reader = reader;
    this.topics = topics;
    this.config = config;
    this.bootstrapServers = bootstrapServers;
  }

  @Override
  public void run() {
    consumer.topics().forEach(topics::ensure);
    while (running && !Thread.currentThread().isInterrupted()) {
      try {
        readUnder(epochs.begin(consumer));
      } catch (WakeupException e) {
        LOG.debugf("%s stops", consumer.name());
      } catch (RuntimeException e) {
        if (running) {
          LOG.warnf(e, "%s reads again in a second", consumer.name());
          pause(1000);
        }
      }
    }
  }

  /** Reads until the epoch ends or something fails; what was not committed is read again. */
  private void readUnder(int epoch) {
    try (KafkaConsumer<String, byte[]> kafka =
        new KafkaConsumer<>(
            settings(epoch), new StringDeserializer(), new ByteArrayDeserializer())) {
      kafka.subscribe(consumer.topics());
      Places places = new Places(kafka);
      while (running) {
        ConsumerRecords<String, byte[]> batch = kafka.poll(POLL);
        // What was fetched waits as well, however long its first event takes.
        lag = unread(kafka) + batch.count();
        if (!appliedAll(batch, epoch)) {
          return;
        }
        if (batch.isEmpty() && epochs.hasEnded(consumer, epoch)) {
          return;
        }
        places.readTo(batch);
        lag = unread(kafka);
        if (!batch.isEmpty() && batch.count() < MOST_AT_ONCE) {
          pause(GATHERING.toMillis());
        }
      }
    }
  }

  /** How many events on its partitions this instance has yet to read. */
  long lag() {
    return lag;
  }

  private static long unread(KafkaConsumer<String, byte[]> kafka) {
    return kafka.assignment().stream().mapToLong(each -> kafka.currentLag(each).orElse(0)).sum();
  }

  /** False when the epoch ended or the loop stops. */
  private boolean appliedAll(ConsumerRecords<String, byte[]> batch, int epoch) {
    List<ConsumerRecord<String, byte[]>> together = new ArrayList<>(TOGETHER);
    for (ConsumerRecord<String, byte[]> message : batch) {
      if (isOfConcern(message)) {
        together.add(message);
      }
      if (together.size() == TOGETHER) {
        if (!appliedTogether(together, epoch)) {
          return false;
        }
        together.clear();
      }
    }
    return appliedTogether(together, epoch);
  }

  /** What does not say what it is goes the usual way, to be kept with its reason. */
  private boolean isOfConcern(ConsumerRecord<String, byte[]> message) {
    String aggregateType = EventReader.header(message, "ce_aggregatetype");
    String type = EventReader.header(message, "ce_type");
    return aggregateType == null || type == null || consumer.concerns(aggregateType, type);
  }

  /** In one transaction if none of them fails, otherwise one by one. */
  private boolean appliedTogether(List<ConsumerRecord<String, byte[]>> messages, int epoch) {
    if (messages.size() > 1) {
      try {
        List<Inbox.Delivery> deliveries = messages.stream().map(this::delivery).toList();
        return inbox.apply(consumer, deliveries, epoch) != Inbox.Outcome.EPOCH_ENDED;
      } catch (RuntimeException e) {
        LOG.debugf(e, "%s takes a batch apart", consumer.name());
      }
    }
    for (ConsumerRecord<String, byte[]> message : messages) {
      if (!applied(message, epoch)) {
        return false;
      }
    }
    return true;
  }

  private Inbox.Delivery delivery(ConsumerRecord<String, byte[]> message) {
    return new Inbox.Delivery(reader.read(message), EventReader.header(message, "ce_traceparent"));
  }

  /** False when the epoch ended or the loop stops; a message is never passed over otherwise. */
  private boolean applied(ConsumerRecord<String, byte[]> message, int epoch) {
    for (int attempt = 1; running; attempt++) {
      try {
        return inbox.apply(consumer, List.of(delivery(message)), epoch)
            != Inbox.Outcome.EPOCH_ENDED;
      } catch (RuntimeException e) {
        if (attempt >= TRIES && !DatabaseFaults.isUnavailable(e)) {
          LOG.errorf(e, "%s cannot apply %s", consumer.name(), message.key());
          inbox.bury(consumer, message, reason(e));
          return true;
        }
        LOG.warnf("%s tries %s again: %s", consumer.name(), message.key(), e);
        pause(Math.min(100L << Math.min(attempt, 6), 5000));
      }
    }
    return false;
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }

  private Map<String, Object> settings(int epoch) {
    Map<String, Object> settings = new HashMap<>();
    String group = config.service() + "." + consumer.name() + "." + epoch;
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    // A member that keeps its name over a restart is not waited for and gets its partitions back.
    settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, config.instance());
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, group + "." + config.instance());
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_AT_ONCE);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
    return settings;
  }

  void stop() {
    running = false;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
