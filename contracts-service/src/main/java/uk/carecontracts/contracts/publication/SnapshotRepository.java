package uk.carecontracts.contracts.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.json.StoredJson;

/** States of the public register that stay citable. */
@ApplicationScoped
class SnapshotRepository {
  private final Sql sql;
  private final StoredJson json;
  private final ExemptionRepository exemptions;

  SnapshotRepository(Sql sql, StoredJson json, ExemptionRepository exemptions) {
    this.sql = sql;
    this.json = json;
    this.exemptions = exemptions;
  }

  /**
   * A state of an authority's public register.
   *
   * @param id identity; its address never changes
   * @param authority GSS code
   * @param label quarter such as 2026-Q3, or the moment it was taken on demand
   * @param takenAt when it was taken
   * @param entries how many entries it has
   */
  record Snapshot(UUID id, String authority, String label, Instant takenAt, long entries) {}

  /** An entry and its place in its snapshot. */
  record Numbered(long no, TransparencyEntry entry) {}

  /** Begins a snapshot; false when there is one of this label, finished or being taken. */
  boolean begin(Snapshot snapshot) {
    return sql.update(
            """
            insert into register_snapshot (id, authority, label, status, taken_at)
            values (?, ?, ?, 'TAKING', ?) on conflict (authority, label) do nothing""",
            snapshot.id(),
            snapshot.authority(),
            snapshot.label(),
            snapshot.takenAt())
        == 1;
  }

  /** Forgets what was begun before a moment and never finished. */
  void forgetUnfinished(Instant before) {
    sql.update("delete from register_snapshot where status = 'TAKING' and taken_at < ?", before);
  }

  /** Adds entries. */
  void add(Snapshot snapshot, long first, List<TransparencyEntry> entries) {
    List<Object[]> rows = new ArrayList<>();
    long no = first;
    for (TransparencyEntry entry : entries) {
      rows.add(
          new Object[] {snapshot.id(), no++, snapshot.authority(), entry.id(), json.write(entry)});
    }
    sql.batch(
        "insert into register_snapshot_entry (snapshot_id, no, authority, contract_id, entry)"
            + " values (?, ?, ?, ?, ?::jsonb)",
        rows);
  }

  /** Publishes a snapshot. */
  void publish(UUID id, long entries) {
    sql.update(
        "update register_snapshot set status = 'PUBLISHED', entries = ? where id = ?", entries, id);
  }

  /** Published snapshots, the latest first, before one. */
  List<Snapshot> list(@Nullable String authority, @Nullable UUID before, int limit) {
    Conditions conditions =
        new Conditions()
            .when(true, "status = 'PUBLISHED'")
            .and("authority = ?", authority)
            .and("id < ?", before);
    return sql.list(
        "select * from register_snapshot" + conditions.where() + " order by id desc limit ?",
        SnapshotRepository::read,
        conditions.parameters(limit));
  }

  /** A published snapshot. */
  Optional<Snapshot> find(UUID id) {
    return sql.first(
        "select * from register_snapshot where id = ? and status = 'PUBLISHED'",
        SnapshotRepository::read,
        id);
  }

  /** Entries after a place, without what has been exempted since. */
  List<Numbered> entries(UUID snapshot, long after, int limit) {
    List<Numbered> found =
        sql.list(
            "select no, entry from register_snapshot_entry where snapshot_id = ? and no > ?"
                + " order by no limit ?",
            row ->
                new Numbered(
                    row.getLong("no"), json.read(row.getString("entry"), TransparencyEntry.class)),
            snapshot,
            after,
            limit);
    Map<UUID, Map<ExemptField, Exemption>> hidden =
        exemptions.inForce(found.stream().map(each -> each.entry().id()).toList());
    return found.stream()
        .map(
            each ->
                new Numbered(
                    each.no(),
                    each.entry().without(hidden.getOrDefault(each.entry().id(), Map.of()))))
        .toList();
  }

  /** Authorities whose first public contract came before a moment, without a snapshot so named. */
  List<String> without(String label, Instant moment) {
    return sql.list(
        """
        select publishing.authority from (
          select distinct authority from contract where status <> 'DRAFT' and not never_public) publishing
        where not exists (select 1 from register_snapshot s
                          where s.authority = publishing.authority and s.label = ?)
          and (select j.occurred_at from journal j join contract c on c.id = j.aggregate_id
               where j.authority = publishing.authority and j.aggregate_type = 'contract'
                 and j.state ->> 'status' <> 'DRAFT' and not c.never_public
               order by j.position limit 1) < ?
        order by 1""",
        row -> row.getString(1),
        label,
        moment);
  }

  private static Snapshot read(ResultSet row) throws SQLException {
    return new Snapshot(
        row.getObject("id", UUID.class),
        row.getString("authority"),
        row.getString("label"),
        row.getTimestamp("taken_at").toInstant(),
        row.getLong("entries"));
  }
}
