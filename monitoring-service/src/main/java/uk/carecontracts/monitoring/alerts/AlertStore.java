package uk.carecontracts.monitoring.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Keeps alerts. */
@ApplicationScoped
class AlertStore {
  private final Sql sql;

  AlertStore(Sql sql) {
    this.sql = sql;
  }

  /** Who looks at the same subject takes turns, so that two never raise the same alert. */
  void takeTurns(String authority, String subject, AlertKind kind) {
    sql.list(
        "select pg_advisory_xact_lock(hashtext('alert'), hashtext(?))",
        row -> 0,
        authority + subject + kind);
  }

  Optional<Alert> standing(String authority, String subject, AlertKind kind) {
    return sql.first(
        "select * from alert where authority = ? and subject = ? and kind = ?"
            + " and status <> 'RESOLVED'",
        AlertStore::read,
        authority,
        subject,
        kind);
  }

  Optional<Alert> find(UUID id, boolean lock) {
    return sql.first(
        "select * from alert where id = ?" + (lock ? " for update" : ""), AlertStore::read, id);
  }

  /** Standing alerts of a kind, for schedules that look whether their causes are gone. */
  List<Alert> standing(AlertKind kind) {
    return sql.list(
        "select * from alert where kind = ? and status <> 'RESOLVED' and cleared_since is null",
        AlertStore::read,
        kind);
  }

  /** Alerts whose cause has been gone since before a time. */
  List<Alert> settled(Instant before) {
    return sql.list(
        "select * from alert where cleared_since < ? and status <> 'RESOLVED'"
            + " order by cleared_since limit 1000 for update skip locked",
        AlertStore::read,
        before);
  }

  List<Alert> page(AlertFilter filter, @Nullable UUID before, int rows) {
    Conditions conditions =
        new Conditions()
            .and("status = ?", filter.status)
            .and("kind = ?", filter.kind)
            .and("severity = ?", filter.severity)
            .and("contract_id = ?", filter.contractId)
            .and("provider_id" + ProviderRecords.ANY_RECORD_OF, filter.providerId)
            .and("id < ?", before);
    return sql.list(
        "select * from alert" + conditions.where() + " order by id desc limit ?",
        AlertStore::read,
        conditions.parameters(rows));
  }

  void put(Alert a) {
    sql.update(
        """
        insert into alert (id, authority, kind, subject, contract_id, provider_id, severity,
          message, status, opened_at, occurrences, cleared_since, acknowledged_by, acknowledged_at,
          note, resolved_at, version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set severity = excluded.severity, message = excluded.message,
          status = excluded.status, occurrences = excluded.occurrences,
          cleared_since = excluded.cleared_since, acknowledged_by = excluded.acknowledged_by,
          acknowledged_at = excluded.acknowledged_at, note = excluded.note,
          resolved_at = excluded.resolved_at, version = excluded.version""",
        a.id(),
        a.authority(),
        a.kind(),
        a.subject(),
        a.contractId(),
        a.providerId(),
        a.severity(),
        a.message(),
        a.status(),
        a.openedAt(),
        a.occurrences(),
        a.clearedSince(),
        a.acknowledgedBy(),
        a.acknowledgedAt(),
        a.note(),
        a.resolvedAt(),
        a.version());
  }

  private static Alert read(ResultSet row) throws SQLException {
    return new Alert(
        Objects.requireNonNull(Sql.uuid(row, "id")),
        row.getString("authority"),
        AlertKind.valueOf(row.getString("kind")),
        row.getString("subject"),
        Sql.uuid(row, "contract_id"),
        Sql.uuid(row, "provider_id"),
        AlertSeverity.valueOf(row.getString("severity")),
        row.getString("message"),
        AlertStatus.valueOf(row.getString("status")),
        Objects.requireNonNull(Sql.instant(row, "opened_at")),
        row.getInt("occurrences"),
        Sql.instant(row, "cleared_since"),
        row.getString("acknowledged_by"),
        Sql.instant(row, "acknowledged_at"),
        row.getString("note"),
        Sql.instant(row, "resolved_at"),
        row.getLong("version"));
  }
}
