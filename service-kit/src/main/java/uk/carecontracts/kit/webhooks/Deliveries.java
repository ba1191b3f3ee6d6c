package uk.carecontracts.kit.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.journal.JournalVersion;

/** Deliveries as stored. */
@ApplicationScoped
class Deliveries {
  private static final String COLUMNS =
      "id, event_id, type, aggregate_id, position, status, attempts, next_attempt_at,"
          + " last_status, last_error, delivered_at";

  /**
   * Takes due deliveries for a while, so that several instances share the work; one of an aggregate
   * waits until every earlier one of that aggregate has arrived or was given up.
   */
  private static final String CLAIM =
      """
      update webhook_delivery set claimed_until = ?
      where id in (
        select d.id from webhook_delivery d
        join webhook_subscription s on s.id = d.subscription_id and s.status = 'ACTIVE'
        where d.status = 'PENDING' and d.next_attempt_at <= ?
          and (d.claimed_until is null or d.claimed_until < ?)
          and not exists (
            select 1 from webhook_delivery e
            where e.subscription_id = d.subscription_id and e.aggregate_id = d.aggregate_id
              and e.status = 'PENDING' and e.position < d.position)
        order by d.next_attempt_at, d.position limit ?
        for update of d skip locked)
      returning id, subscription_id, event_id, attempts""";

  private final Sql sql;

  Deliveries(Sql sql) {
    this.sql = sql;
  }

  /** A delivery taken to be sent now. */
  record Claim(UUID id, UUID subscription, UUID event, int attempts) {}

  /** What waits, what was given up, and the age of the oldest waiting one in seconds. */
  record Backlog(long pending, long dead, double oldestSeconds) {}

  void add(Subscription subscription, JournalVersion event, Instant now) {
    sql.update(
        "insert into webhook_delivery (id, subscription_id, authority, event_id, type,"
            + " aggregate_id, position, next_attempt_at, created_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (subscription_id, event_id) do nothing",
        Ids.next(),
        subscription.id(),
        subscription.authority(),
        event.eventId(),
        event.type(),
        event.aggregateId(),
        event.position(),
        now,
        now);
  }

  List<Claim> claim(int most, Instant now, Duration hold) {
    return sql.list(
        CLAIM,
        row ->
            new Claim(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getInt(4)),
        now.plus(hold),
        now,
        now,
        most);
  }

  void delivered(UUID id, int status, Instant now) {
    sql.update(
        "update webhook_delivery set status = 'DELIVERED', attempts = attempts + 1,"
            + " last_status = ?, last_error = null, delivered_at = ?, claimed_until = null"
            + " where id = ?",
        status,
        now,
        id);
  }

  /** Records a failure: tried again at {@code next}, or given up when there is none. */
  void failed(UUID id, @Nullable Integer status, String error, @Nullable Instant next) {
    sql.update(
        "update webhook_delivery set status = case when ?::timestamptz is null then 'DEAD'"
            + " else 'PENDING' end, attempts = attempts + 1, last_status = ?, last_error = ?,"
            + " next_attempt_at = coalesce(?, next_attempt_at), claimed_until = null where id = ?",
        next,
        status,
        error,
        next,
        id);
  }

  List<Delivery> page(UUID subscription, Delivery.@Nullable Status status, long after, int limit) {
    String wanted = status == null ? null : status.name();
    return sql.list(
        "select "
            + COLUMNS
            + " from webhook_delivery where subscription_id = ?"
            + " and (?::text is null or status = ?) and position > ? order by position limit ?",
        Deliveries::read,
        subscription,
        wanted,
        wanted,
        after,
        limit);
  }

  /** Sends dead or delivered ones again; all dead ones when none is named. */
  int replay(UUID subscription, @Nullable UUID delivery, Instant now) {
    return sql.update(
        "update webhook_delivery set status = 'PENDING', attempts = 0, next_attempt_at = ?,"
            + " claimed_until = null where subscription_id = ?"
            + " and ((?::uuid is null and status = 'DEAD') or id = ?)",
        now,
        subscription,
        delivery,
        delivery);
  }

  int forget(Instant before) {
    return sql.update(
        "delete from webhook_delivery where status = 'DELIVERED' and delivered_at < ?", before);
  }

  Backlog backlog() {
    return sql.list(
            "select count(*) filter (where d.status = 'PENDING'),"
                + " count(*) filter (where d.status = 'DEAD'),"
                + " coalesce(extract(epoch from now() - min(d.created_at)"
                + " filter (where d.status = 'PENDING')), 0)"
                + " from webhook_delivery d join webhook_subscription s"
                + " on s.id = d.subscription_id and s.status = 'ACTIVE'"
                + " where d.status <> 'DELIVERED'",
            row -> new Backlog(row.getLong(1), row.getLong(2), row.getDouble(3)))
        .get(0);
  }

  private static Delivery read(ResultSet row) throws SQLException {
    Delivery.Status status = Delivery.Status.valueOf(row.getString("status"));
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getObject("event_id", UUID.class),
        row.getString("type"),
        row.getObject("aggregate_id", UUID.class),
        row.getLong("position"),
        status,
        row.getInt("attempts"),
        status == Delivery.Status.PENDING ? row.getTimestamp("next_attempt_at").toInstant() : null,
        row.getObject("last_status", Integer.class),
        row.getString("last_error"),
        instant(row.getTimestamp("delivered_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
