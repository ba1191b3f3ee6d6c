package uk.carecontracts.monitoring.visits;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;

/**
 * Counts visits from scratch, judging each anew by its terms, and compares that with the kept
 * figures. It shares no statement with the way figures are kept, so that each proves the other.
 */
@ApplicationScoped
class Recounts {
  private static final int SECONDS = 900;
  private static final int SHOWN = 100;

  private static final String JUDGED =
      """
      with days as (
        select distinct v.contract_id, v.authority,
          (v.planned_start at time zone 'Europe/London')::date as day
        from visit v where %1$s),
      held as (
        select d.contract_id, d.day, t.minutes_early, t.minutes_late, t.short_below_percent
        from days d cross join lateral (
          select * from visit_terms t
          where t.valid_from <= d.day and t.authority in (d.authority, 'SHARED')
            and (t.contract_id = d.contract_id or t.contract_id is null)
          order by t.contract_id is null, t.authority = 'SHARED', t.valid_from desc limit 1) t),
      judged as (
        select v.month, v.contract_id, v.planned_start, v.key, v.provider_id, v.area, v.person,
          v.carers, v.status, v.planned_minutes, v.preference_met,
          v.status = 'DELIVERED' and extract(epoch from
            date_trunc('second', v.actual_start) - date_trunc('second', v.planned_start))
            between -60 * h.minutes_early and 60 * h.minutes_late as was_on_time,
          v.status = 'DELIVERED'
            and floor(extract(epoch from v.actual_end - v.actual_start) / 60) * 100
              < h.short_below_percent * v.planned_minutes as was_short,
          case when v.status = 'DELIVERED'
            then floor(extract(epoch from v.actual_end - v.actual_start) / 60)::bigint
            else 0 end as lasted
        from visit v join held h on h.contract_id = v.contract_id
          and h.day = (v.planned_start at time zone 'Europe/London')::date
        where %1$s)
      """;

  private static final String COUNTED =
      JUDGED
          + """
          , pairs as (
            select distinct j.contract_id, j.provider_id, j.area, j.month, j.person, c.carer
            from judged j cross join lateral unnest(j.carers) c(carer)
            where j.status = 'DELIVERED'),
          met as (
            select p.contract_id, p.provider_id, p.area, p.month,
              count(distinct p.person) as people, count(*) as carer_pairs
            from pairs p group by p.contract_id, p.provider_id, p.area, p.month)
          select j.contract_id, j.provider_id, j.area, to_char(j.month, 'YYYY-MM') as month_text,
            count(*) as planned,
            count(*) filter (where j.status = 'DELIVERED') as delivered,
            count(*) filter (where j.status = 'MISSED') as missed,
            count(*) filter (where j.status = 'FRUSTRATED') as frustrated,
            count(*) filter (where j.status = 'CANCELLED') as cancelled,
            count(*) filter (where j.was_on_time) as on_time,
            count(*) filter (where j.was_short) as short_visits,
            coalesce(sum(j.planned_minutes) filter (where j.status in ('DELIVERED', 'MISSED')), 0)
              as minutes_agreed,
            coalesce(sum(j.lasted), 0) as minutes_delivered,
            count(*) filter (where j.status = 'DELIVERED' and j.preference_met is not null)
              as preference_asked,
            count(*) filter (where j.status = 'DELIVERED' and j.preference_met) as preference_met,
            coalesce(min(m.people), 0) as people, coalesce(min(m.carer_pairs), 0) as carer_pairs
          from judged j left join met m on m.contract_id = j.contract_id and m.area = j.area
            and m.month = j.month and m.provider_id is not distinct from j.provider_id
          group by j.contract_id, j.provider_id, j.area, j.month\
          """;

  private static final String REJUDGE =
      JUDGED
          + """
          update visit v set on_time = j.was_on_time, short = j.was_short,
            minutes_delivered = j.lasted
          from judged j
          where v.month = j.month and v.contract_id = j.contract_id
            and v.planned_start = j.planned_start and v.key = j.key
            and (v.on_time, v.short, v.minutes_delivered)
              is distinct from (j.was_on_time, j.was_short, j.lasted)\
          """;

  private final Sql sql;
  private final KeptFigures figures;
  private final VisitMerge merge;
  private final Activities activities;

  Recounts(Sql sql, KeptFigures figures, VisitMerge merge, Activities activities) {
    this.sql = sql;
    this.figures = figures;
    this.merge = merge;
    this.activities = activities;
  }

  private record Line(UUID contractId, @Nullable UUID providerId, String area, String month) {}

  /**
   * Recounts an authority's visits while nothing is merged.
   *
   * @param repair whether differing figures are replaced and announced
   */
  Recount recount(String authority, YearMonth from, YearMonth to, boolean repair) {
    VisitSpan span = new VisitSpan(from.atDay(1), to.atDay(1), null);
    return QuarkusTransaction.requiringNew()
        .timeout(SECONDS)
        .call(
            () -> {
              merge.takeTurns(authority);
              Map<Line, VisitFigure.Counts> kept = kept(span);
              Map<Line, VisitFigure.Counts> counted = counted(span);
              List<Recount.Difference> differences = differences(kept, counted);
              boolean mend = repair && !differences.isEmpty();
              if (mend) {
                judgeAnew(authority, span);
              }
              return new Recount(
                  from.toString(),
                  to.toString(),
                  counted.size(),
                  counted.values().stream().mapToLong(VisitFigure.Counts::planned).sum(),
                  differences.size(),
                  differences.stream().limit(SHOWN).toList(),
                  mend);
            });
  }

  /** Judges visits by their terms anew and counts them anew, in the running transaction. */
  void judgeAnew(String authority, VisitSpan span) {
    sql.update(REJUDGE.formatted(VisitSpan.CONDITION), twice(span));
    figures.rebuild(span);
    activities.announce(authority);
  }

  private Map<Line, VisitFigure.Counts> kept(VisitSpan span) {
    return lines(
        "select v.*, to_char(v.month, 'YYYY-MM') as month_text from visit_figure v where "
            + VisitSpan.CONDITION,
        span.parameters());
  }

  private Map<Line, VisitFigure.Counts> counted(VisitSpan span) {
    sql.update("set local work_mem = '128MB'");
    return lines(COUNTED.formatted(VisitSpan.CONDITION), twice(span));
  }

  private static @Nullable Object[] twice(VisitSpan span) {
    @Nullable Object[] once = span.parameters();
    @Nullable Object[] twice = new @Nullable Object[once.length * 2];
    System.arraycopy(once, 0, twice, 0, once.length);
    System.arraycopy(once, 0, twice, once.length, once.length);
    return twice;
  }

  private record Counted(Line line, VisitFigure.Counts counts) {}

  private Map<Line, VisitFigure.Counts> lines(String query, @Nullable Object[] parameters) {
    Map<Line, VisitFigure.Counts> lines = new TreeMap<>(Recounts::compare);
    for (Counted counted : sql.list(query, Recounts::read, parameters)) {
      lines.put(counted.line(), counted.counts());
    }
    return lines;
  }

  private static int compare(Line one, Line other) {
    return one.toString().compareTo(other.toString());
  }

  private static Counted read(ResultSet row) throws SQLException {
    return new Counted(
        new Line(
            Objects.requireNonNull(Sql.uuid(row, "contract_id")),
            Sql.uuid(row, "provider_id"),
            row.getString("area"),
            row.getString("month_text")),
        FigureQueries.counts(row));
  }

  private static List<Recount.Difference> differences(
      Map<Line, VisitFigure.Counts> kept, Map<Line, VisitFigure.Counts> counted) {
    Set<Line> all = new HashSet<>(kept.keySet());
    all.addAll(counted.keySet());
    List<Recount.Difference> differences = new ArrayList<>();
    all.stream()
        .filter(line -> !Objects.equals(kept.get(line), counted.get(line)))
        .sorted(Recounts::compare)
        .forEach(
            line ->
                differences.add(
                    new Recount.Difference(
                        line.contractId(),
                        line.providerId(),
                        line.area(),
                        line.month(),
                        kept.get(line),
                        counted.get(line))));
    return differences;
  }
}
