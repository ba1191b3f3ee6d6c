package uk.carecontracts.monitoring.visits;

import jakarta.enterprise.context.ApplicationScoped;
import uk.carecontracts.kit.database.Sql;

/**
 * Keeps the figures in step with the visits: what a batch brings is added, what it replaces is
 * taken off, in the transaction that changes the visits.
 */
@ApplicationScoped
class KeptFigures {
  private static final String SUMMED =
      "planned, delivered, missed, frustrated, cancelled, on_time, short_visits, minutes_agreed,"
          + " minutes_delivered, preference_asked, preference_met";

  /** The columns of what moved; carers are null where nobody came. */
  static final String COLUMNS =
      "authority, contract_id, provider_id, area, month, person, " + SUMMED + ", carers";

  static final int COLUMN_COUNT = 18;

  private static final String MAKE_MOVED =
      """
      create temp table if not exists moved_visits
      (authority text not null, contract_id uuid not null, provider_id uuid, area text not null,
       month date not null, person text not null, planned int not null, delivered int not null,
       missed int not null, frustrated int not null, cancelled int not null, on_time int not null,
       short_visits int not null, minutes_agreed int not null, minutes_delivered int not null,
       preference_asked int not null, preference_met int not null, carers text[])
      on commit delete rows\
      """;

  private static final String COPY_MOVED =
      "copy pg_temp.moved_visits (" + COLUMNS + ") from stdin (format binary)";

  /** Adds up visits of a table, each counted once or, when it is taken off, minus once. */
  private static final String ADD_UP =
      "insert into pg_temp.moved_visits ("
          + COLUMNS
          + """
          )
          select v.authority, v.contract_id, v.provider_id, v.area, v.month, v.person,
            %1$d * count(*),
            %1$d * count(*) filter (where v.status = 'DELIVERED'),
            %1$d * count(*) filter (where v.status = 'MISSED'),
            %1$d * count(*) filter (where v.status = 'FRUSTRATED'),
            %1$d * count(*) filter (where v.status = 'CANCELLED'),
            %1$d * count(*) filter (where v.on_time),
            %1$d * count(*) filter (where v.short),
            %1$d * coalesce(sum(v.planned_minutes)
              filter (where v.status in ('DELIVERED', 'MISSED')), 0),
            %1$d * sum(v.minutes_delivered),
            %1$d * count(*) filter (where v.status = 'DELIVERED' and v.preference_met is not null),
            %1$d * count(*) filter (where v.status = 'DELIVERED' and v.preference_met),
            string_to_array(string_agg(array_to_string(v.carers, e'\\x1f'), e'\\x1f')
              filter (where %1$d > 0 and v.status = 'DELIVERED' and v.carers <> '{}'), e'\\x1f')
          from %2$s
          group by v.authority, v.contract_id, v.provider_id, v.area, v.month, v.person\
          """;

  private static final String FIGURES =
      """
      with delta as (
        select authority, contract_id, provider_id, area, month, sum(planned) as planned,
          sum(delivered) as delivered, sum(missed) as missed, sum(frustrated) as frustrated,
          sum(cancelled) as cancelled, sum(on_time) as on_time, sum(short_visits) as short_visits,
          sum(minutes_agreed) as minutes_agreed, sum(minutes_delivered) as minutes_delivered,
          sum(preference_asked) as preference_asked, sum(preference_met) as preference_met
        from pg_temp.moved_visits group by authority, contract_id, provider_id, area, month),
      counted as (
        update visit_figure f set planned = f.planned + d.planned,
          delivered = f.delivered + d.delivered, missed = f.missed + d.missed,
          frustrated = f.frustrated + d.frustrated, cancelled = f.cancelled + d.cancelled,
          on_time = f.on_time + d.on_time, short_visits = f.short_visits + d.short_visits,
          minutes_agreed = f.minutes_agreed + d.minutes_agreed,
          minutes_delivered = f.minutes_delivered + d.minutes_delivered,
          preference_asked = f.preference_asked + d.preference_asked,
          preference_met = f.preference_met + d.preference_met
        from delta d where f.contract_id = d.contract_id and f.month = d.month
          and f.area = d.area and f.provider_id is not distinct from d.provider_id
        returning f.contract_id, f.month, f.area, f.provider_id)
      insert into visit_figure (authority, contract_id, provider_id, area, month,\
      """
          + SUMMED
          + """
          )
          select d.* from delta d where not exists (select from counted c
            where c.contract_id = d.contract_id and c.month = d.month and c.area = d.area
              and c.provider_id is not distinct from d.provider_id)\
          """;

  /** Most people met their carers before: finding that out writes nothing. */
  private static final String ADD_CARERS =
      """
      with merged as materialized (
        select f.id, f.authority, m.person, cardinality(k.carers) as known,
          array(select unnest(k.carers) union select unnest(m.carers)) as carers
        from pg_temp.moved_visits m
        join visit_figure f on f.contract_id = m.contract_id and f.month = m.month
          and f.area = m.area and f.provider_id is not distinct from m.provider_id
        left join visit_continuity k on k.figure_id = f.id and k.person = m.person
        where m.carers is not null and (k.carers is null or not k.carers @> m.carers)),
      written as (
        insert into visit_continuity (figure_id, authority, person, carers)
        select id, authority, person, carers from merged
        on conflict (figure_id, person) do update set carers = excluded.carers)
      update visit_figure f set people = f.people + d.people,
        carer_pairs = f.carer_pairs + d.pairs
      from (select id, count(*) filter (where known is null) as people,
              sum(cardinality(carers) - coalesce(known, 0)) as pairs
            from merged group by id) d
      where f.id = d.id\
      """;

  private static final String LEFT =
      """
      select f.* from visit_figure f where exists (
        select from pg_temp.held_visit h where h.contract_id = f.contract_id
          and h.month = f.month and h.area = f.area
          and h.provider_id is not distinct from f.provider_id)\
      """;

  private static final String FORGET_CARERS =
      "with left_behind as ("
          + LEFT
          + """
          ), gone as (
            delete from visit_continuity k using left_behind l where k.figure_id = l.id)
          update visit_figure f set people = 0, carer_pairs = 0
          from left_behind l where f.id = l.id\
          """;

  private static final String VISITS_LEFT =
      "("
          + LEFT
          + """
          ) l join visit v on v.month = l.month and v.contract_id = l.contract_id
            and v.area = l.area and v.provider_id is not distinct from l.provider_id\
          """;

  private static final String CHANGED_MONTHS =
      """
      insert into contract_activity as a (id, contract_id, month, authority)
      select md5('%s' || contract_id || ':' || to_char(month, 'YYYY-MM'))::uuid, contract_id,
        month, authority
      from (select distinct contract_id, month, authority from pg_temp.moved_visits) moved
      on conflict (contract_id, month) do update set announced = false\
      """;

  private final Sql sql;
  private final BulkCopy copy;

  KeptFigures(Sql sql, BulkCopy copy) {
    this.sql = sql;
    this.copy = copy;
  }

  /**
   * Counts what a batch brings and takes off what it replaces.
   *
   * @param brought the visits that are new or changed
   * @param replacing whether any of them replaces one that is held
   */
  void add(AddedUp brought, boolean replacing) {
    begin();
    copy.into(COPY_MOVED, brought::write);
    if (replacing) {
      sql.update(ADD_UP.formatted(-1, "pg_temp.held_visit v"));
    }
    sql.update(FIGURES);
    byIndex(() -> sql.update(ADD_CARERS));
    sql.update(CHANGED_MONTHS.formatted(Activities.NAMESPACE));
    if (replacing) {
      sql.update(FORGET_CARERS);
      begin();
      byIndex(() -> sql.update(ADD_UP.formatted(1, VISITS_LEFT)));
      byIndex(() -> sql.update(ADD_CARERS));
      sql.update("delete from visit_figure where planned = 0");
    }
  }

  private void begin() {
    sql.update(MAKE_MOVED);
    sql.update("truncate pg_temp.moved_visits");
  }

  /**
   * Runs what follows a few rows into large tables: the planner knows little of temporary tables
   * and would rather read the large ones as a whole.
   */
  void byIndex(Runnable statement) {
    sql.update("set local enable_hashjoin = off");
    sql.update("set local enable_mergejoin = off");
    statement.run();
    sql.update("set local enable_hashjoin = on");
    sql.update("set local enable_mergejoin = on");
  }

  /** Counts the visits of some months anew and puts the result in the place of what was kept. */
  void rebuild(VisitSpan span) {
    begin();
    sql.update("delete from visit_figure v where " + VisitSpan.CONDITION, span.parameters());
    sql.update(ADD_UP.formatted(1, "visit v where " + VisitSpan.CONDITION), span.parameters());
    sql.update(FIGURES);
    byIndex(() -> sql.update(ADD_CARERS));
    sql.update(
        "update contract_activity v set announced = false where " + VisitSpan.CONDITION,
        span.parameters());
  }
}
