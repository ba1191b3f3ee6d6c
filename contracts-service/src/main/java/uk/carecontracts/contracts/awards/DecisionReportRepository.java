package uk.carecontracts.contracts.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.time.Clocks;

/** The decisions of a year, read from the journal, the register and the duties clock. */
@ApplicationScoped
class DecisionReportRepository {
  private static final String KINDS =
      """
      ('contract.awarded.v1', 'contract.extended.v1', 'contract.break-exercised.v1', 'contract.terminated.v1',
       'contract.cancelled.v1', 'contract.decommissioned.v1', 'contract.varied.v1', 'award-decision.decided.v1',
       'contract-length-analysis.decided.v1', 'extension-option.lapsed.v1',
       'performance-failure.recorded.v1', 'performance-failure.withdrawn.v1')""";
  private static final String IN_YEAR =
      "j.authority = ? and j.occurred_at >= ? and j.occurred_at < ? and j.type in " + KINDS;

  private final Sql sql;
  private final Clock clock;

  DecisionReportRepository(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  private static Instant begin(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay(Clocks.LONDON).toInstant();
  }

  /** Decisions of a year, newest first. */
  List<RecordedDecision> register(String authority, int year, @Nullable Cursor after, int limit) {
    Conditions conditions = new Conditions().all(IN_YEAR, authority, begin(year), begin(year + 1));
    if (after != null) {
      conditions.all(
          "(j.occurred_at, j.event_id) < (?::timestamptz, ?::uuid)",
          after.values().get(0),
          after.values().get(1));
    }
    return sql.list(
        """
        select j.event_id, j.occurred_at, j.type, j.actor, j.change ->> 'reason' as reason,
          coalesce((j.state ->> 'contractId')::uuid, j.aggregate_id) as contract_id, c.reference, c.title
        from journal j
        left join contract c on c.id = coalesce((j.state ->> 'contractId')::uuid, j.aggregate_id)"""
            + conditions.where()
            + " order by j.occurred_at desc, j.event_id desc limit ?",
        DecisionReportRepository::recorded,
        conditions.parameters(limit));
  }

  private static RecordedDecision recorded(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("occurred_at");
    return new RecordedDecision(
        row.getObject("event_id", UUID.class),
        at.toInstant(),
        kind(row.getString("type")),
        row.getObject("contract_id", UUID.class),
        row.getString("reference"),
        row.getString("title"),
        row.getString("reason"),
        row.getString("actor"));
  }

  /**
   * The kind of decision an event type tells of: {@code contract.awarded.v1} is CONTRACT_AWARDED.
   */
  private static String kind(String type) {
    return type.substring(0, type.lastIndexOf('.'))
        .replace('.', '_')
        .replace('-', '_')
        .toUpperCase(Locale.ROOT);
  }

  /** The report of a year. */
  YearReport report(String authority, int year) {
    return new YearReport(
        year,
        sql.list(
            "select j.type, count(*) as n from journal j where "
                + IN_YEAR
                + " group by j.type order by j.type",
            row -> new YearReport.Count(kind(row.getString("type")), row.getLong("n")),
            authority,
            begin(year),
            begin(year + 1)),
        awards(authority, year),
        evaluated(authority, year),
        duties(authority, year));
  }

  private List<YearReport.Awarded> awards(String authority, int year) {
    return sql.list(
        """
        select coalesce(terms ->> 'regime', 'NOT_STATED') as regime,
          coalesce(terms ->> 'procedure', 'NOT_STATED') as procedure,
          (terms ->> 'competed')::boolean as competed,
          coalesce(type in ('FRAMEWORK', 'DYNAMIC_MARKET'), false) as ceilings,
          count(*) as contracts, coalesce(sum(total_value), 0) as value
        from contract
        where authority = ? and status not in ('DRAFT', 'PUBLISHED_TENDER', 'CANCELLED')
          and left(terms #>> '{dates,award}', 4) = ?
        group by 1, 2, 3, 4 order by 1, 2, 3, 4""",
        row ->
            new YearReport.Awarded(
                row.getString("regime"),
                row.getString("procedure"),
                row.getObject("competed", Boolean.class),
                row.getBoolean("ceilings"),
                row.getLong("contracts"),
                Money.gbp(Objects.requireNonNull(row.getBigDecimal("value")))),
        authority,
        String.valueOf(year));
  }

  private YearReport.Evaluated evaluated(String authority, int year) {
    return sql.first(
            """
            select count(*) as decided,
              round(avg(w.quality), 2) as quality, round(avg(w.price), 2) as price,
              count(*) filter (where exists (select 1 from jsonb_array_elements(d.content -> 'panel') p
                where p ->> 'capacity' in ('PERSON_WHO_USES_SERVICES', 'CARER'))) as people,
              count(*) filter (where d.decision ->> 'departureBecause' is not null) as departures
            from award_decision d
            cross join lateral (
              select coalesce(sum((c ->> 'weightPercent')::numeric) filter (where c ->> 'kind' = 'QUALITY'), 0) as quality,
                coalesce(sum((c ->> 'weightPercent')::numeric) filter (where c ->> 'kind' = 'PRICE'), 0) as price
              from jsonb_array_elements(d.content -> 'criteria') c) w
            where d.authority = ? and d.decided_on between ? and ?""",
            row ->
                new YearReport.Evaluated(
                    row.getLong("decided"),
                    row.getBigDecimal("quality"),
                    row.getBigDecimal("price"),
                    row.getLong("people"),
                    row.getLong("departures")),
            authority,
            LocalDate.of(year, 1, 1),
            LocalDate.of(year, 12, 31))
        .orElseThrow();
  }

  private List<YearReport.Count> duties(String authority, int year) {
    return sql.list(
        """
        select case when m.done_on > d.due_on then 'DONE_LATE'
                    when m.done_on is not null or d.met_by is not null then 'DONE'
                    when d.due_on < ? then 'LATE' else 'DUE' end as status, count(*) as n
        from duty d left join duty_mark m on m.id = d.id
        where d.authority = ? and d.applicable and d.due_on between ? and ?
        group by 1 order by 1""",
        row -> new YearReport.Count(row.getString("status"), row.getLong("n")),
        LocalDate.now(clock),
        authority,
        LocalDate.of(year, 1, 1),
        LocalDate.of(year, 12, 31));
  }
}
