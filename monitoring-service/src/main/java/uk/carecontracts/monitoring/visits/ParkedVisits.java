package uk.carecontracts.monitoring.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.imports.RowOutcome;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/** Visits that wait for their contract or provider to become known. */
@ApplicationScoped
class ParkedVisits {
  /** How many are discarded at once: their ids fit an event. */
  static final int MOST_DISCARDED = 1000;

  private static final int MOST_AT_ONCE = 5000;
  private static final String PARK =
      """
      insert into parked_visit as p (key, authority, visit_id, contract_reference, provider_id,
        planned_start, reason, report, recorded_at, parked_at, told_by)
      values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
      on conflict (key) do update set contract_reference = excluded.contract_reference,
        provider_id = excluded.provider_id, planned_start = excluded.planned_start,
        reason = excluded.reason, report = excluded.report, recorded_at = excluded.recorded_at,
        told_by = excluded.told_by
      where excluded.recorded_at >= p.recorded_at\
      """;

  private static final String MATCHABLE =
      """
       from parked_visit p
      join contract_view c on c.authority = p.authority and c.reference = p.contract_reference
      where (p.provider_id is null or p.provider_id = c.provider_id
        or exists (select from contract_party s
          where s.contract_id = c.contract_id
            and s.provider_id = any (array(select provider_records(p.provider_id)))))\
      """;

  private final Sql sql;
  private final StoredJson json;

  ParkedVisits(Sql sql, StoredJson json) {
    this.sql = sql;
    this.json = json;
  }

  /** A visit without a match. */
  record Unmatched(
      int number,
      UUID key,
      String authority,
      VisitReport report,
      ParkReason reason,
      Instant recordedAt) {}

  /**
   * Parks visits; an older state of one that is parked is passed over.
   *
   * @param owner the only provider whose visits are told, and may be replaced; absent for an
   *     officer
   */
  Map<Integer, RowOutcome> park(List<Unmatched> unmatched, @Nullable UUID owner, Instant now) {
    Map<Integer, RowOutcome> outcomes = new HashMap<>();
    if (unmatched.isEmpty()) {
      return outcomes;
    }
    Map<UUID, Boolean> theirs = new HashMap<>();
    for (Map.Entry<UUID, Boolean> held :
        sql.list(
            "select key, coalesce(?::uuid is null or provider_id"
                + ProviderRecords.ANY_RECORD_OF
                + ", false) from parked_visit where key = any(?)",
            row -> Map.entry(row.getObject(1, UUID.class), row.getBoolean(2)),
            owner,
            owner,
            unmatched.stream().map(Unmatched::key).toList())) {
      theirs.put(held.getKey(), held.getValue());
    }
    List<Object[]> rows = new ArrayList<>();
    for (Unmatched visit : unmatched) {
      Boolean held = theirs.get(visit.key());
      if (Boolean.FALSE.equals(held)) {
        outcomes.put(visit.number(), VisitMerge.NOT_THEIRS);
      } else {
        rows.add(row(visit, owner, now));
        outcomes.put(visit.number(), held == null ? RowOutcome.CREATED : RowOutcome.UNCHANGED);
      }
    }
    sql.batch(PARK, rows);
    return outcomes;
  }

  private Object[] row(Unmatched visit, @Nullable UUID owner, Instant now) {
    VisitReport report = visit.report();
    return new Object[] {
      visit.key(),
      visit.authority(),
      report.visitId(),
      report.contractReference(),
      report.providerId(),
      report.plannedStart(),
      visit.reason(),
      json.write(report),
      visit.recordedAt(),
      now,
      owner
    };
  }

  /** Forgets what is parked of visits that were merged since, unless it was recorded later. */
  void forget(String authority, List<AssessedVisit> merged) {
    boolean any =
        !merged.isEmpty()
            && sql.first(
                    "select 1 from parked_visit where authority = ? limit 1", row -> 1, authority)
                .isPresent();
    if (any) {
      sql.update(
          """
          delete from parked_visit p using pg_temp.staged_visit s
          where p.key = s.key and p.recorded_at <= s.recorded_at\
          """);
    }
  }

  /** A parked visit by its sender's names. */
  record Named(String visitId, String reference) {}

  /** Throws away some visits, or those that name a contract; what there was of them. */
  List<Named> discard(
      String authority, @Nullable List<String> visitIds, @Nullable String reference) {
    List<UUID> keys =
        visitIds == null
            ? sql.list(
                "select key from parked_visit where authority = ? and contract_reference = ?"
                    + " order by parked_at, key limit ?",
                row -> row.getObject(1, UUID.class),
                authority,
                reference,
                MOST_DISCARDED)
            : visitIds.stream().map(id -> VisitKey.of(authority, id)).toList();
    return keys.isEmpty()
        ? List.of()
        : sql.list(
            "delete from parked_visit where key = any(?) returning visit_id, contract_reference",
            row -> new Named(row.getString(1), row.getString(2)),
            keys);
  }

  /** Authorities with parked visits that would match by now. */
  List<String> matchable() {
    return sql.list("select distinct p.authority" + MATCHABLE, row -> row.getString(1));
  }

  /**
   * Visits that wait no more.
   *
   * @param owner the provider whose token told them, absent when an officer or the topic did
   */
  record Released(@Nullable UUID owner, VisitReport report) {}

  /** Takes out parked visits of an authority that match by now. */
  List<Released> release(String authority) {
    return sql.list(
        "delete from parked_visit where key in (select p.key"
            + MATCHABLE
            + " and p.authority = ? order by p.key limit ?)"
            + " returning told_by, report, recorded_at",
        row ->
            new Released(
                Sql.uuid(row, "told_by"),
                recorded(row.getString("report"), Sql.instant(row, "recorded_at"))),
        authority,
        MOST_AT_ONCE);
  }

  /** What the intake added, the time, goes on with the report. */
  private VisitReport recorded(String text, Instant recordedAt) {
    return json.read(text, VisitReport.class).recorded(recordedAt);
  }
}
