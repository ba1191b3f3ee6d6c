package uk.carecontracts.monitoring.visits;

import jakarta.enterprise.context.ApplicationScoped;
import uk.carecontracts.monitoring.database.Sql;

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
        as preference_met""";

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
              and c.provider_id is not distinct from d.provider_id)""";

  /** A pair that appears or is gone changes how many carers people meet. */
  private static final String CONTINUITY =
      """
      with delta as (
        select f.id, f.authority, m.person, c.carer, sum(m.sign) as visits
        from (%s) m
        join visit_figure f on f.contract_id = m.contract_id and f.month = m.month
          and f.area = m.area and f.provider_id is not distinct from m.provider_id
        cross join lateral unnest(array_append(m.carers, '')) c(carer)
        where m.status = 'DELIVERED' and cardinality(m.carers) > 0
        group by f.id, f.authority, m.person, c.carer having sum(m.sign) <> 0),
      put as (
        insert into visit_continuity as v (figure_id, authority, person, carer, visits)
        select id, authority, person, carer, visits from delta order by id, person, carer
        on conflict (figure_id, person, carer) do update set visits = v.visits + excluded.visits
        returning figure_id, carer,
          case when xmax = 0 then 1 when visits = 0 then -1 else 0 end as step)
      update visit_figure f set people = f.people + d.people, carer_pairs = f.carer_pairs + d.pairs
      from (select figure_id, coalesce(sum(step) filter (where carer = ''), 0) as people,
              coalesce(sum(step) filter (where carer <> ''), 0) as pairs
            from put where step <> 0 group by figure_id) d
      where f.id = d.figure_id""";

  private static final String CHANGED_MONTHS =
      """
      insert into contract_activity as a (id, contract_id, month, authority)
      select md5('%s' || contract_id || ':' || to_char(month, 'YYYY-MM'))::uuid, contract_id,
        month, authority
      from (%s) moved group by contract_id, month, authority
      on conflict (contract_id, month) do update set announced = false""";

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
    sql.update(CONTINUITY.formatted(moved));
    sql.update(CHANGED_MONTHS.formatted(Activities.NAMESPACE, moved));
    if (replacing) {
      sql.update("delete from visit_continuity where visits = 0");
      sql.update("delete from visit_figure where planned = 0");
    }
  }

  /** Counts the visits of some months anew and puts the result in the place of what was kept. */
  void rebuild(VisitSpan span) {
    String visits = "select 1 as sign, v.* from visit v where " + VisitSpan.CONDITION;
    sql.update("delete from visit_figure v where " + VisitSpan.CONDITION, span.parameters());
    sql.update(FIGURES.formatted(visits), span.parameters());
    sql.update(CONTINUITY.formatted(visits), span.parameters());
    sql.update(
        "update contract_activity v set announced = false where " + VisitSpan.CONDITION,
        span.parameters());
  }
}
