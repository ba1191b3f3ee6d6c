package uk.carecontracts.monitoring.dataquality;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.monitoring.dataquality.BurdenReport.Collector;
import uk.carecontracts.monitoring.dataquality.BurdenReport.Proposal;
import uk.carecontracts.monitoring.dataquality.BurdenReport.Question;
import uk.carecontracts.monitoring.dataquality.BurdenReport.Twice;
import uk.carecontracts.monitoring.rules.DatedRules;
import uk.carecontracts.monitoring.rules.MonitoringRule;

/**
 * Works out what collecting costs and which questions to stop asking: those that are asked twice,
 * those hardly anyone answers, and those on which nothing rested and which decided nothing.
 */
@ApplicationScoped
class Burden {
  private static final BigDecimal HARDLY = new BigDecimal("0.1");

  private static final String COLLECTORS =
      """
      select p.provider_name, coalesce(r.submitted_by, 'not handed in') as collected_by,
        count(*) as number, coalesce(sum(r.minutes_spent), 0) as minutes
      from performance_return r join monitoring_plan p on p.id = r.plan_id
      where r.period_end between ? and ? and r.minutes_spent is not null
      group by p.provider_name, collected_by order by minutes desc, p.provider_name limit 500\
      """;

  /** The minutes of a return are shared evenly among the values it holds. */
  private static final String QUESTIONS =
      """
      select i.code, min(i.title) as title, count(distinct p.contract_id) as contracts,
        count(o.value) as answers,
        count(*) filter (where o.value is not null and case i.direction
          when 'HIGHER_IS_BETTER' then o.value < i.target else o.value > i.target end) as misses,
        coalesce(sum(case when o.value is not null then
          r.minutes_spent::numeric / nullif(filled.number, 0) end), 0) as minutes,
        (select count(*) from strategy s where s.status = 'ADOPTED' and exists (
          select 1 from jsonb_path_query(s.state, '$.priorities[*].outcomes[*].measures[*]') m
          where m ->> 'indicator' = i.code and m ->> 'level' = 'SERVICE'))
        + (select count(*) from pbr_model b where b.status = 'ACTIVE' and jsonb_path_exists(
          b.terms, '$.** ? (@ == $code)', jsonb_build_object('code', i.code))) as used_by,
        count(q.code) as asked
      from monitoring_plan p join plan_indicator i on i.plan_id = p.id
      left join performance_return r on r.plan_id = p.id and r.period_end between ? and ?
        and r.submitted_at is not null
      left join return_question q on q.plan_id = r.plan_id and q.period_start = r.period_start
        and q.code = i.code
      left join observation o on o.return_id = r.id and o.indicator = i.code
      left join lateral (select count(*) as number from observation f
        where f.return_id = r.id and f.value is not null) filled on true
      where p.status = 'OPEN'
      group by i.code order by minutes desc, i.code\
      """;

  /** A fact about the provider as a whole need not be asked again on each of its contracts. */
  private static final String ON_EACH_CONTRACT =
      """
      select i.code, p.provider_name, count(distinct p.contract_id) as contracts
      from monitoring_plan p join plan_indicator i on i.plan_id = p.id
      where p.status = 'OPEN' and p.provider_id is not null and i.outcome_code = 'WORKFORCE'
      group by i.code, p.provider_id, p.provider_name
      having count(distinct p.contract_id) > 1 order by i.code, p.provider_name limit 500\
      """;

  /** Two indicators of one plan that count the same things of the same whole. */
  private static final String SAME_FORMULA =
      """
      select a.code as one, b.code as other, min(x.numerator) as numerator,
        count(distinct p.contract_id) as contracts
      from monitoring_plan p
      join plan_indicator a on a.plan_id = p.id
      join plan_indicator b on b.plan_id = p.id and b.code > a.code
      join indicator x on x.code = a.code and x.valid_to is null
      join indicator y on y.code = b.code and y.valid_to is null
        and lower(y.numerator) = lower(x.numerator)
        and lower(y.denominator) = lower(x.denominator)
      where p.status = 'OPEN' group by a.code, b.code order by a.code, b.code limit 500\
      """;

  /** What the visits of a contract say need not be asked of its provider as well. */
  private static final String KNOWN_FROM_VISITS =
      """
      select i.code, k.source, count(distinct p.contract_id) as contracts
      from monitoring_plan p join plan_indicator i on i.plan_id = p.id
      join indicator_known_from k on k.indicator = i.code
      where p.status = 'OPEN' and exists (select 1 from visit_figure v
        where v.contract_id = p.contract_id and v.month >= ?)
      group by i.code, k.source order by i.code\
      """;

  private final Sql sql;
  private final DatedRules rules;
  private final Clock clock;

  Burden(Sql sql, DatedRules rules, Clock clock) {
    this.sql = sql;
    this.rules = rules;
    this.clock = clock;
  }

  private record Asked(Question question, int times) {}

  BurdenReport report() {
    LocalDate to = LocalDate.now(clock);
    int months = rules.on(MonitoringRule.UNUSED_MONTHS, to);
    LocalDate from = to.minusMonths(months);
    List<Collector> collectors = sql.list(COLLECTORS, Burden::collector, from, to);
    List<Asked> asked = sql.list(QUESTIONS, Burden::question, from, to);
    List<Twice> twice = new ArrayList<>(sql.list(ON_EACH_CONTRACT, Burden::onEach));
    twice.addAll(sql.list(SAME_FORMULA, Burden::sameFormula));
    twice.addAll(sql.list(KNOWN_FROM_VISITS, Burden::knownFrom, from));
    List<Proposal> proposals =
        asked.stream().map(each -> proposal(each, twice, months)).filter(Burden::holds).toList();
    return new BurdenReport(
        from,
        to,
        collectors.stream().mapToInt(Collector::minutes).sum(),
        collectors.stream().mapToInt(Collector::returns).sum(),
        collectors,
        asked.stream().map(Asked::question).toList(),
        twice,
        proposals,
        proposals.stream().map(Proposal::minutes).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static boolean holds(Proposal proposal) {
    return !proposal.reasons().isEmpty();
  }

  private static Proposal proposal(Asked asked, List<Twice> twice, int months) {
    Question question = asked.question();
    List<String> reasons = new ArrayList<>();
    for (Twice each : twice) {
      int at = each.indicators().indexOf(question.indicator());
      if (at > 0) {
        reasons.add(
            "Asks for the same as %s on %d contracts"
                .formatted(each.indicators().get(0), each.contracts()));
      }
    }
    boolean hardly =
        asked.times() > 0
            && BigDecimal.valueOf(question.answers())
                    .compareTo(HARDLY.multiply(BigDecimal.valueOf(asked.times())))
                < 0;
    if (hardly) {
      reasons.add("Only %d of %d returns answer it".formatted(question.answers(), asked.times()));
    }
    if (question.usedBy() == 0 && question.answers() > 0 && question.misses() == 0) {
      reasons.add(
          "No adopted strategy or payment rests on it and in %d months it never missed its target"
              .formatted(months));
    }
    return new Proposal(question.indicator(), question.title(), reasons, question.minutes());
  }

  private static Collector collector(ResultSet row) throws SQLException {
    return new Collector(
        row.getString("provider_name"),
        row.getString("collected_by"),
        row.getInt("number"),
        row.getInt("minutes"));
  }

  private static Asked question(ResultSet row) throws SQLException {
    return new Asked(
        new Question(
            row.getString("code"),
            row.getString("title"),
            row.getInt("contracts"),
            row.getInt("answers"),
            row.getInt("misses"),
            row.getBigDecimal("minutes").setScale(1, RoundingMode.HALF_UP),
            row.getInt("used_by")),
        row.getInt("asked"));
  }

  private static Twice onEach(ResultSet row) throws SQLException {
    int contracts = row.getInt("contracts");
    return new Twice(
        "%s of %s".formatted(row.getString("code"), row.getString("provider_name")),
        List.of(row.getString("code")),
        contracts,
        "A fact about the provider, asked on each of %d contracts".formatted(contracts));
  }

  private static Twice knownFrom(ResultSet row) throws SQLException {
    String source = row.getString("source");
    return new Twice(
        row.getString("code"),
        List.of(source, row.getString("code")),
        row.getInt("contracts"),
        "The %s of these contracts say it already".formatted(source));
  }

  private static Twice sameFormula(ResultSet row) throws SQLException {
    return new Twice(
        row.getString("numerator"),
        List.of(row.getString("one"), row.getString("other")),
        row.getInt("contracts"),
        "Two indicators count the same of the same");
  }
}
