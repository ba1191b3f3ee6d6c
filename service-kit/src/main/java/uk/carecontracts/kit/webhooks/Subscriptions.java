package uk.carecontracts.kit.webhooks;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.json.StoredJson;

/** Subscriptions as stored; the row policies let an authority see its own. */
@ApplicationScoped
class Subscriptions {
  private static final String COLUMNS =
      "id, authority, url, description, types, conditions, status, position, secret,"
          + " previous_secret, previous_until, version, created_by, created_at";
  private static final TypeReference<Map<String, List<String>>> WHERE = new TypeReference<>() {};

  private final Sql sql;
  private final StoredJson json;

  Subscriptions(Sql sql, StoredJson json) {
    this.sql = sql;
    this.json = json;
  }

  void insert(Subscription s) {
    sql.update(
        "insert into webhook_subscription ("
            + COLUMNS
            + ") values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?)",
        s.id(),
        s.authority(),
        s.url().toString(),
        s.description(),
        s.filter().types(),
        json.write(s.filter().where()),
        s.status().name(),
        s.position(),
        s.secret(),
        s.previousSecret(),
        s.previousUntil(),
        s.version(),
        s.createdBy(),
        s.createdAt());
  }

  /** Stores what a subscriber changed, unless someone else did meanwhile. */
  boolean update(Subscription s, long before) {
    return sql.update(
            "update webhook_subscription set url = ?, description = ?, types = ?,"
                + " conditions = ?::jsonb, status = ?, secret = ?, previous_secret = ?,"
                + " previous_until = ?, version = ? where id = ? and version = ?",
            s.url().toString(),
            s.description(),
            s.filter().types(),
            json.write(s.filter().where()),
            s.status().name(),
            s.secret(),
            s.previousSecret(),
            s.previousUntil(),
            s.version(),
            s.id(),
            before)
        == 1;
  }

  boolean delete(UUID id) {
    return sql.update("delete from webhook_subscription where id = ?", id) == 1;
  }

  /** The address is gone: nothing is delivered until the subscriber activates it again. */
  void gone(UUID id) {
    sql.update(
        "update webhook_subscription set status = 'GONE', version = version + 1"
            + " where id = ? and status = 'ACTIVE'",
        id);
  }

  Optional<Subscription> find(UUID id) {
    return select("where id = ?", id).stream().findFirst();
  }

  List<Subscription> page(@Nullable UUID after, int limit) {
    return select("where (?::uuid is null or id > ?) order by id limit ?", after, after, limit);
  }

  int count() {
    return sql.list("select count(*) from webhook_subscription", row -> row.getInt(1)).get(0);
  }

  /** Active ones that have not seen the whole journal. */
  List<Subscription> behind() {
    return select(
        "where status = 'ACTIVE'"
            + " and position < (select coalesce(max(position), 0) from journal)");
  }

  /** The place a new subscription starts from: what happens from now on. */
  long now() {
    return sql.list("select coalesce(max(position), 0) from journal", row -> row.getLong(1)).get(0);
  }

  /** Moves on, unless another instance did. */
  boolean advance(Subscription s, long position) {
    return sql.update(
            "update webhook_subscription set position = ? where id = ? and position = ?",
            position,
            s.id(),
            s.position())
        == 1;
  }

  private List<Subscription> select(String where, @Nullable Object... values) {
    return sql.list(
        "select " + COLUMNS + " from webhook_subscription " + where, this::read, values);
  }

  private Subscription read(ResultSet row) throws SQLException {
    Timestamp previousUntil = row.getTimestamp("previous_until");
    Instant until = previousUntil == null ? null : previousUntil.toInstant();
    return new Subscription(
        row.getObject("id", UUID.class),
        row.getString("authority"),
        URI.create(row.getString("url")),
        row.getString("description"),
        new EventFilter(
            List.of((String[]) row.getArray("types").getArray()),
            json.read(row.getString("conditions"), WHERE)),
        Subscription.Status.valueOf(row.getString("status")),
        row.getLong("position"),
        row.getString("secret"),
        row.getString("previous_secret"),
        until,
        row.getLong("version"),
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant());
  }
}
