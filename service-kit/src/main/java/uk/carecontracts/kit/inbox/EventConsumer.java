package uk.carecontracts.kit.inbox;

import java.util.List;
import java.util.Set;

/**
 * Keeps a view of other services' aggregates. The kit calls {@link #apply} in a transaction that
 * also records the version applied, so each version is applied at most once and never after a newer
 * one. Every event carries the full state: a consumer needs nothing but the latest.
 */
public interface EventConsumer {
  /** A name that never changes: it keys the inbox and the Kafka group. */
  String name();

  /** Topics to read. */
  Set<String> topics();

  /**
   * Whether events of this kind are any concern of this consumer. Those that are not are passed
   * over unread, without a transaction, which matters where many consumers read one topic. The
   * answer must not change from one event to the next.
   *
   * @param aggregateType kind of aggregate, such as {@code contract}
   * @param type event type, such as {@code contract.activated.v1}
   */
  default boolean concerns(String aggregateType, String type) {
    return true;
  }

  /**
   * Applies one event in the running transaction, seeing every authority's rows. Events of types it
   * does not know it ignores. What it throws is tried again and then kept as a dead letter.
   */
  void apply(ReceivedEvent event);

  /**
   * Applies several events in the running transaction, in their order; no two of them are of one
   * aggregate. A consumer overrides this when it can read or write for all of them at once.
   *
   * @param events at least one
   * @param traces has work for one event done as part of the trace the event continues, which is
   *     what journal entries tell of it
   */
  default void applyAll(List<ReceivedEvent> events, Traces traces) {
    events.forEach(event -> traces.within(event, () -> apply(event)));
  }

  /** Where work for one of several events is done. */
  @FunctionalInterface
  interface Traces {
    /** Does the work as part of the trace the event continues; what it throws is thrown on. */
    void within(ReceivedEvent event, Runnable work);
  }

  /** Empties the view, in the transaction that starts a rebuild from the topics. */
  void reset();
}
