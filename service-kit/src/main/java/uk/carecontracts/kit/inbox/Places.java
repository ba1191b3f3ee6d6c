package uk.carecontracts.kit.inbox;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Tells the broker how far a consumer has read, once a second while news keeps coming and at the
 * first silence. What is read again because it was not told yet is known to the inbox.
 */
final class Places {
  private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final KafkaConsumer<?, ?> kafka;
  private boolean moved;
  private long told = System.nanoTime();

  Places(KafkaConsumer<?, ?> kafka) {
    this.kafka = kafka;
  }

  /** To be called after everything in the batch was applied. */
  void readTo(ConsumerRecords<?, ?> batch) {
    moved |= !batch.isEmpty();
    if (moved && (batch.isEmpty() || System.nanoTime() - told >= EVERY_NANOS)) {
      kafka.commitSync();
      moved = false;
      told = System.nanoTime();
    }
  }
}
