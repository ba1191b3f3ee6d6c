package uk.carecontracts.kit.inbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.RequestTrace;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.journal.EventSpans;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Applies events exactly once: the effect and the record of it are one transaction. */
@ApplicationScoped
class Inbox {
  /**
   * Never one that was used before, not even after the database was restored from a backup that
   * remembers an older one: the broker keeps the places of its readers.
   */
  private static final String NEXT_EPOCH =
      """
      insert into consumer_epoch as e (consumer, epoch)
      values (?, (extract(epoch from now()) / 60)::int)
      on conflict (consumer) do update set epoch = greatest(e.epoch + 1, excluded.epoch)\
      """;

  private final DataSource database;
  private final StoredJson json;
  private final RequestTrace trace;

  Inbox(DataSource database, StoredJson json, RequestTrace trace) {
    this.database = database;
    this.json = json;
    this.trace = trace;
  }

  /** What became of an event. */
  enum Outcome {
    APPLIED,
    /** This version or a newer one had been applied before. */
    KNOWN,
    /** The view is being rebuilt under another epoch: this reader must subscribe anew. */
    EPOCH_ENDED
  }

  /** An event as it came, with its trace. */
  record Delivery(ReceivedEvent event, @Nullable String traceparent) {}

  /**
   * Applies events for a consumer that reads under an epoch, all in one transaction, which spares
   * commits; an exception leaves none of them applied. Gives what became of the last one.
   */
  Outcome apply(EventConsumer consumer, List<Delivery> deliveries, int epoch) {
    return Tenancy.callAs(
        Acting.system(consumer.name()),
        () ->
            QuarkusTransaction.requiringNew()
                .timeout(60)
                .call(
                    () -> {
                      if (!isCurrent(consumer, epoch)) {
                        return Outcome.EPOCH_ENDED;
                      }
                      Outcome outcome = Outcome.KNOWN;
                      for (List<Delivery> round : Versions.rounds(deliveries)) {
                        outcome = applyRound(consumer, round);
                      }
                      return outcome;
                    }));
  }

  /** Holds the epoch until the transaction ends: a rebuild waits for it. */
  private boolean isCurrent(EventConsumer consumer, int epoch) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return epoch(connection, consumer.name(), true) == epoch;
    }
  }

  /** Applies deliveries of different aggregates; gives what became of the last one. */
  private Outcome applyRound(EventConsumer consumer, List<Delivery> round) throws SQLException {
    Set<Versions.Aggregate> advanced = advance(consumer, round);
    Map<ReceivedEvent, @Nullable String> fresh = new IdentityHashMap<>();
    List<ReceivedEvent> events = new ArrayList<>();
    Outcome outcome = Outcome.KNOWN;
    for (Delivery delivery : round) {
      ReceivedEvent event = delivery.event();
      outcome = Outcome.KNOWN;
      if (advanced.contains(Versions.Aggregate.of(event))) {
        outcome = Outcome.APPLIED;
        fresh.put(event, delivery.traceparent());
        events.add(event);
      } else {
        traced(consumer, event, delivery.traceparent(), Outcome.KNOWN, () -> {});
      }
    }
    if (!events.isEmpty()) {
      consumer.applyAll(
          events,
          (event, work) -> traced(consumer, event, fresh.get(event), Outcome.APPLIED, work));
    }
    return outcome;
  }

  private Set<Versions.Aggregate> advance(EventConsumer consumer, List<Delivery> round)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Versions.advance(
          connection, consumer.name(), round.stream().map(Delivery::event).toList());
    }
  }

  private void traced(
      EventConsumer consumer,
      ReceivedEvent event,
      @Nullable String traceparent,
      Outcome outcome,
      Runnable work) {
    Span span =
        EventSpans.begin(SpanKind.CONSUMER, consumer.name() + " " + event.type(), traceparent);
    Scope open = span.makeCurrent();
    try {
      trace.continueFrom(traceparent);
      work.run();
      span.setAttribute("outcome", outcome.name());
    } finally {
      open.close();
      span.end();
    }
  }

  /** The epoch a consumer reads under. */
  int epoch(EventConsumer consumer) {
    return Tenancy.callAs(
        Acting.system(consumer.name()),
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () -> {
                      try (Connection connection = database.getConnection()) {
                        return epoch(connection, consumer.name(), false);
                      }
                    }));
  }

  private static int epoch(Connection connection, String consumer, boolean hold)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select epoch from consumer_epoch where consumer = ?" + (hold ? " for share" : ""))) {
      select.setString(1, consumer);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          return row.getInt(1);
        }
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into consumer_epoch (consumer) values (?) on conflict do nothing")) {
      insert.setString(1, consumer);
      insert.executeUpdate();
    }
    return 1;
  }

  /** Empties a view and lets every reader of it start again from the beginning of its topics. */
  void rebuild(EventConsumer consumer) {
    Tenancy.runAs(
        Acting.system(consumer.name()),
        () ->
            QuarkusTransaction.requiringNew()
                .timeout(300)
                .run(
                    () -> {
                      try (Connection connection = database.getConnection()) {
                        execute(connection, NEXT_EPOCH, consumer.name());
                        execute(
                            connection, "delete from inbox where consumer = ?", consumer.name());
                      } catch (SQLException e) {
                        throw new IllegalStateException("The view could not be emptied", e);
                      }
                      consumer.reset();
                    }));
  }

  private static void execute(Connection connection, String sql, String parameter)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      statement.executeUpdate();
    }
  }

  /** Keeps an event that could not be applied, with its reason. */
  void bury(EventConsumer consumer, ConsumerRecord<String, byte[]> message, String reason) {
    Tenancy.runAs(
        Acting.system(consumer.name()),
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () -> {
                      try (Connection connection = database.getConnection();
                          PreparedStatement insert =
                              connection.prepareStatement(
                                  "insert into dead_letter (id, consumer, topic, kafka_key,"
                                      + " headers, payload, reason)"
                                      + " values (?, ?, ?, ?, ?::jsonb, ?, ?)")) {
                        insert.setObject(1, Ids.next());
                        insert.setString(2, consumer.name());
                        insert.setString(3, message.topic());
                        insert.setString(4, message.key());
                        insert.setString(5, json.write(EventReader.headers(message)));
                        insert.setBytes(6, message.value());
                        insert.setString(7, reason);
                        insert.executeUpdate();
                      } catch (SQLException e) {
                        throw new IllegalStateException("A dead letter could not be kept", e);
                      }
                    }));
  }
}
