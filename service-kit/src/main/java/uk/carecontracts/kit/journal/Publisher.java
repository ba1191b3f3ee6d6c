package uk.carecontracts.kit.journal;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventSerializer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes sequenced entries in order, one active instance at a time. An entry counts as published
 * only after the broker's acknowledgement; one the broker refuses for good is parked with its
 * reason, and later ones of the same aggregate wait behind it.
 */
@ApplicationScoped
class Publisher {
  private static final Logger LOG = Logger.getLogger(Publisher.class);
  private static final long LOCK = 7_714_002L;

  /**
   * Never prepared: PostgreSQL would go on with the plan it made while the journal was short, which
   * reads all of it for every entry that waits.
   */
  private static final String NEXT =
      "select "
          + JournalRows.COLUMNS
          + ", traceparent from journal j where published_at is null and position is not null"
          + " and parked_reason is null and not exists (select 1 from journal p"
          + " where p.aggregate_id = j.aggregate_id and p.parked_reason is not null)"
          + " order by position limit ";

  private final DataSource database;
  private final JournalRows rows;
  private final EventEnvelope envelopes;
  private final KitEvents config;
  private final String bootstrapServers;
  private @Nullable Producer<String, CloudEvent> producer;

  Publisher(
      DataSource database,
      JournalRows rows,
      EventEnvelope envelopes,
      KitEvents config,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.database = database;
    this.rows = rows;
    this.envelopes = envelopes;
    this.config = config;
    this.bootstrapServers = bootstrapServers;
  }

  /** Publishes one batch; gives how many were taken, 0 when none waits or another has the lock. */
  int run() {
    return QuarkusTransaction.requiringNew().timeout(120).call(this::publish);
  }

  private int publish() {
    try (Connection connection = database.getConnection()) {
      if (!lock(connection)) {
        return 0;
      }
      List<Sending> batch = sendNext(connection);
      settle(connection, batch);
      return batch.size();
    } catch (SQLException e) {
      throw new JournalException("Entries could not be published", e);
    }
  }

  private static boolean lock(Connection connection) throws SQLException {
    try (PreparedStatement lock =
            connection.prepareStatement("select pg_try_advisory_xact_lock(?)");
        ResultSet row = locked(lock)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static ResultSet locked(PreparedStatement lock) throws SQLException {
    lock.setLong(1, LOCK);
    return lock.executeQuery();
  }

  private record Sending(JournalVersion version, Span span, Future<RecordMetadata> ack) {}

  private List<Sending> sendNext(Connection connection) throws SQLException {
    List<Sending> sent = new ArrayList<>();
    Map<UUID, Future<RecordMetadata>> lastOf = new HashMap<>();
    try (Statement next = connection.createStatement();
        ResultSet row = next.executeQuery(NEXT + config.batch())) {
      while (row.next()) {
        JournalVersion version = rows.read(row);
        Future<RecordMetadata> before = lastOf.get(version.aggregateId());
        // What follows in flight would be on the topic although what comes before it was refused.
        if (before == null || failure(before) == null) {
          Sending sending = send(version, row.getString("traceparent"));
          sent.add(sending);
          lastOf.put(version.aggregateId(), sending.ack());
        }
      }
    }
    return sent;
  }

  private Sending send(JournalVersion version, @Nullable String traceparent) {
    Span span =
        EventSpans.begin(
            SpanKind.PRODUCER, config.topic() + " publish " + version.type(), traceparent);
    return new Sending(
        version,
        span,
        producer()
            .send(
                new ProducerRecord<>(
                    config.topic(),
                    version.aggregateId().toString(),
                    envelopes.of(version, traceparent))));
  }

  /** Marks what was acknowledged, parks what was refused, leaves the rest for the next run. */
  private void settle(Connection connection, List<Sending> batch) throws SQLException {
    RuntimeException transientFailure = null;
    List<UUID> done = new ArrayList<>();
    for (Sending sending : batch) {
      RuntimeException failure = failure(sending.ack());
      sending.span().end();
      if (failure == null) {
        done.add(sending.version().eventId());
      } else if (failure instanceof RetriableException) {
        transientFailure = failure;
      } else {
        park(connection, sending.version(), failure);
      }
    }
    if (!done.isEmpty()) {
      markPublished(connection, done);
    }
    if (transientFailure != null) {
      LOG.warnf("The broker did not take every event: %s", transientFailure.getMessage());
    }
  }

  private static void markPublished(Connection connection, List<UUID> events) throws SQLException {
    try (PreparedStatement mark =
        connection.prepareStatement(
            "update journal set published_at = now() where event_id = any (?)")) {
      mark.setArray(1, connection.createArrayOf("uuid", events.toArray()));
      mark.executeUpdate();
    }
  }

  private static @Nullable RuntimeException failure(Future<RecordMetadata> ack) {
    try {
      ack.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause() instanceof RuntimeException cause ? cause : new RuntimeException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new org.apache.kafka.common.errors.TimeoutException("interrupted");
    }
  }

  private static void park(Connection connection, JournalVersion version, Exception reason)
      throws SQLException {
    LOG.errorf("Event %s of %s is parked: %s", version.eventId(), version.aggregateId(), reason);
    try (PreparedStatement park =
        connection.prepareStatement(
            "update journal set parked_reason = ?, attempts = attempts + 1 where event_id = ?")) {
      park.setString(1, reason.toString());
      park.setObject(2, version.eventId());
      park.executeUpdate();
    }
  }

  private synchronized Producer<String, CloudEvent> producer() {
    if (producer == null) {
      Map<String, Object> settings = new HashMap<>();
      settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
      settings.put(ProducerConfig.CLIENT_ID_CONFIG, config.service() + "-relay");
      settings.put(ProducerConfig.ACKS_CONFIG, "all");
      settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
      settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
      settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5000);
      settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000);
      settings.put(
          ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) config.deliveryTimeout().toMillis());
      producer = new KafkaProducer<>(settings, new StringSerializer(), new CloudEventSerializer());
    }
    return producer;
  }

  @PreDestroy
  synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(5));
    }
  }
}
