package uk.carecontracts.monitoring.visits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;

/**
 * Announces the activity of contracts month by month, once for each batch of visits that changed
 * it, however many visits there were.
 */
@ApplicationScoped
class Activities {
  /** What the id of a contract-month is derived from, with the contract and the month. */
  static final String NAMESPACE = "contract-activity:";

  private static final int AT_ONCE = 500;
  private static final String NEXT_VERSIONS =
      """
      with due as (
        select id from contract_activity where not announced and authority = ?
        order by id limit ? for update),
      taken as (
        update contract_activity a set announced = true, version = a.version + 1
        from due where a.id = due.id
        returning a.id, a.authority, a.contract_id, a.month, a.version)
      select t.id, t.authority, t.contract_id, to_char(t.month, 'YYYY-MM') as month_text, t.version,
        case when count(distinct f.provider_id) = 1 then min(f.provider_id::text)::uuid end as provider_id,
        coalesce(sum(f.planned), 0) as planned, coalesce(sum(f.delivered), 0) as delivered,
        coalesce(sum(f.missed), 0) as missed, coalesce(sum(f.frustrated), 0) as frustrated,
        coalesce(sum(f.cancelled), 0) as cancelled, coalesce(sum(f.on_time), 0) as on_time,
        coalesce(sum(f.short_visits), 0) as short_visits,
        coalesce(sum(f.minutes_agreed), 0) as minutes_agreed,
        coalesce(sum(f.minutes_delivered), 0) as minutes_delivered,
        coalesce(sum(f.preference_met), 0) as preference_met,
        coalesce(sum(f.preference_asked), 0) as preference_asked,
        coalesce(sum(f.people), 0) as people, coalesce(sum(f.carer_pairs), 0) as carer_pairs
      from taken t
      left join visit_figure f on f.contract_id = t.contract_id and f.month = t.month
      group by t.id, t.authority, t.contract_id, t.month, t.version order by t.id\
      """;

  private final Sql sql;
  private final Journal journal;
  private final Event<ActivityRecorded> recorded;

  Activities(Sql sql, Journal journal, Event<ActivityRecorded> recorded) {
    this.sql = sql;
    this.journal = journal;
    this.recorded = recorded;
  }

  /** Announces, in the running transaction, every contract-month of an authority that changed. */
  void announce(String authority) {
    List<ActivityState> some;
    do {
      some = sql.list(NEXT_VERSIONS, Activities::read, authority, AT_ONCE);
      journal.append(some.stream().map(Activities::entry).toList());
      some.forEach(state -> recorded.fire(new ActivityRecorded(state)));
    } while (some.size() == AT_ONCE);
  }

  /** Authorities with something unannounced, for instance after an import that failed midway. */
  List<String> unannounced() {
    return sql.list(
        "select distinct authority from contract_activity where not announced",
        row -> row.getString(1));
  }

  private static Entry entry(ActivityState state) {
    return new Entry(
        "contract-activity",
        state.id(),
        state.version(),
        "contract-activity.recorded.v1",
        state.authority(),
        state,
        Map.of());
  }

  private static ActivityState read(ResultSet row) throws SQLException {
    return new ActivityState(
        Objects.requireNonNull(Sql.uuid(row, "id")),
        row.getString("authority"),
        Objects.requireNonNull(row.getObject("contract_id", UUID.class)),
        Sql.uuid(row, "provider_id"),
        row.getString("month_text"),
        row.getLong("planned"),
        row.getLong("delivered"),
        row.getLong("missed"),
        row.getLong("frustrated"),
        row.getLong("cancelled"),
        row.getLong("on_time"),
        row.getLong("short_visits"),
        row.getLong("minutes_agreed"),
        row.getLong("minutes_delivered"),
        row.getLong("preference_met"),
        row.getLong("preference_asked"),
        mean(row.getLong("carer_pairs"), row.getLong("people")),
        row.getLong("version"));
  }

  /** A mean to two places, absent when there is nothing to divide by. */
  static @Nullable BigDecimal mean(long sum, long count) {
    return count == 0
        ? null
        : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP);
  }
}
