package uk.carecontracts.monitoring.visits;

import jakarta.enterprise.context.ApplicationScoped;
import uk.carecontracts.kit.database.Sql;

/**
 * Keeps the figures in step with the visits: what a batch brings is added, what it replaces is
 * taken off, in the transaction that changes the visits.
 */
@ApplicationScoped
class KeptFigures {
  /** Sums of visits, each counted once or, when it is taken off, minus once. */
  private static final String SUMS =
      """
      sum(sign) as planned,
      coalesce(sum(sign) filter (where status = 'DELIVERED'), 0) as delivered,
      coalesce(sum(sign) filter (where status = 'MISSED'), 0) as missed,
      coalesce(sum(sign) filter (where status = 'FRUSTRATED'), 0) as frustrated,
      coalesce(sum(sign) filter (where status = 'CANCELLED'), 0) as cancelled,
      coalesce(sum(sign) filter (where on_time), 0) as on_time,
      coalesce(sum(sign) filter (where short), 0) as short_visits,
      coalesce(sum(sign * planned_minutes) filter (where status in ('DELIVERED', 'MISSED')), 0)
        as minutes_agreed,
      coalesce(sum(sign * minutes_delivered), 0) as minutes_delivered,
      coalesce(sum(sign) filter (where status = 'DELIVERED' and preference_met is not null), 0)
        as preference_asked,
      coalesce(sum(sign) filter (where status = 'DELIVERED' and preference_met), 0)
        as preference_met\
      """;

  private static final String FIGURES =
      """
      with delta as (
        select authority, contract_id, provider_id, area, month,
      """
          + SUMS
          + """
            from (%s) moved group by authority, contract_id, provider_id, area, month),
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
          insert into visit_figure (authority, contract_id, provider_id, area, month, planned,
            delivered, missed, frustrated, cancelled, on_time, short_visits, minutes_agreed,
            minutes_delivered, preference_asked, preference_met)
          select d.* from delta d where not exists (select from counted c
            where c.contract_id = d.contract_id and c.month = d.month and c.area = d.area
              and c.provider_id is not distinct from d.provider_id)\
          """;

  /**
   * The condition is a case so that the planner, which knows nothing of a temporary table, expects
   * half of it rather than next to nothing, and hashes the figures instead of looping over them.
   */
  private static final String PAIRS =
      """
      select distinct f.id, f.authority, m.person, c.carer from (%s) m
      join visit_figure f on f.contract_id = m.contract_id and f.month = m.month
        and f.area = m.area and f.provider_id is not distinct from m.provider_id
      cross join lateral unnest(array_append(m.carers, '')) c(carer)
      where case when m.status = 'DELIVERED' then cardinality(m.carers) > 0 else false end
      order by f.id, m.person, c.carer\
      """;

  /** Most pairs are known: finding that out writes nothing. */
  private static final String ADD_PAIRS =
      "with fresh as (insert into visit_continuity (figure_id, authority, person, carer) "
          + PAIRS
          + """
           on conflict (figure_id, person, carer) do nothing returning figure_id, carer)
          update visit_figure f set people = f.people + d.people,
            carer_pairs = f.carer_pairs + d.pairs
          from (select figure_id, count(*) filter (where carer = '') as people,
                  count(*) filter (where carer <> '') as pairs
                from fresh group by figure_id) d
          where f.id = d.figure_id\
          """;

  private static final String LEFT =
      """
      select f.* from visit_figure f where exists (
        select from pg_temp.held_visit h where h.contract_id = f.contract_id
          and h.month = f.month and h.area = f.area
          and h.provider_id is not distinct from f.provider_id)\
      """;

  private static final String FORGET_PAIRS =
      "with left_behind as ("
          + LEFT
          + """
          ), gone as (
            delete from visit_continuity v using left_behind l where v.figure_id = l.id)
          update visit_figure f set people = 0, carer_pairs = 0
          from left_behind l where f.id = l.id\
          """;

  private static final String VISITS_LEFT =
      "select v.* from ("
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
      from (%s) moved group by contract_id, month, authority
      on conflict (contract_id, month) do update set announced = false\
      """;

  private static final String BRINGS = "select 1 as sign, * from pg_temp.staged_visit";
  private static final String REPLACES = " union all select -1 as sign, * from pg_temp.held_visit";

  private final Sql sql;

  KeptFigures(Sql sql) {
    this.sql = sql;
  }

  /**
   * Counts what is staged.
   *
   * @param replacing whether some of it replaces what is held
   */
  void add(boolean replacing) {
    String moved = replacing ? BRINGS + REPLACES : BRINGS;
    sql.update(FIGURES.formatted(moved));
    sql.update(ADD_PAIRS.formatted(BRINGS));
    sql.update(CHANGED_MONTHS.formatted(Activities.NAMESPACE, moved));
    if (replacing) {
      sql.update(FORGET_PAIRS);
      byIndex(() -> sql.update(ADD_PAIRS.formatted(VISITS_LEFT)));
      sql.update("delete from visit_figure where planned = 0");
    }
  }

  /**
   * Runs what follows a few rows into the partitions: the planner knows little of temporary tables
   * and would rather read every partition as a whole.
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
    String visits = "select 1 as sign, v.* from visit v where " + VisitSpan.CONDITION;
    sql.update("delete from visit_figure v where " + VisitSpan.CONDITION, span.parameters());
    sql.update(FIGURES.formatted(visits), span.parameters());
    sql.update(ADD_PAIRS.formatted(visits), span.parameters());
    sql.update(
        "update contract_activity v set announced = false where " + VisitSpan.CONDITION,
        span.parameters());
  }
}
