package uk.carecontracts.monitoring.strategies;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.monitoring.documents.Shelf;
import uk.carecontracts.monitoring.documents.Shelves;
import uk.carecontracts.monitoring.indicators.Level;
import uk.carecontracts.monitoring.rules.DatedRules;
import uk.carecontracts.monitoring.rules.MonitoringRule;
import uk.carecontracts.monitoring.scorecards.IndicatorScore;
import uk.carecontracts.monitoring.scorecards.MissingValues;
import uk.carecontracts.monitoring.scorecards.RollUp;
import uk.carecontracts.monitoring.strategies.Strategy.Measure;
import uk.carecontracts.monitoring.strategies.Strategy.Priority;
import uk.carecontracts.monitoring.strategies.Strategy.StrategyOutcome;
import uk.carecontracts.monitoring.strategies.StrategyReport.MeasureLine;
import uk.carecontracts.monitoring.strategies.StrategyReport.OutcomeLine;
import uk.carecontracts.monitoring.strategies.StrategyReport.PriorityLine;

/** Works out how well a strategy reaches its own outcomes, in two statements. */
@ApplicationScoped
class StrategyPerformance {
  private static final int MANY = 100_000;

  private static final String READINGS =
      """
      select r.contract_id, c.reference, i.indicator, r.period_end, o.value, o.numerator,
        o.denominator
      from performance_return r
      join contract_view c on c.contract_id = r.contract_id
      join (select plan_id, period_start, code as indicator from return_question) i
        on i.plan_id = r.plan_id and i.period_start = r.period_start
      left join observation o on o.return_id = r.id and o.indicator = i.indicator
      where r.contract_id = any (?) and r.status in ('SUBMITTED', 'APPROVED')
        and r.period_end <= ?\
      """;

  private final Sql sql;
  private final Shelf<StrategyObservation> observations;
  private final DatedRules rules;

  StrategyPerformance(Sql sql, Shelves shelves, DatedRules rules) {
    this.sql = sql;
    this.observations =
        shelves.of("strategy-observation", "strategy_observation", StrategyObservation.class);
    this.rules = rules;
  }

  StrategyReport report(Strategy strategy, LocalDate asOf, MissingValues missing) {
    List<UUID> contracts =
        strategy.priorities().stream()
            .flatMap(priority -> priority.outcomes().stream())
            .flatMap(outcome -> outcome.contracts().stream())
            .distinct()
            .toList();
    Known known =
        new Known(
            readings(contracts, asOf),
            observations.list(
                new Conditions()
                    .and("strategy_id = ?", strategy.id())
                    .and("period_end <= ?", asOf.toString()),
                MANY),
            missing,
            rules.on(MonitoringRule.SMALLEST_GROUP, asOf));
    List<PriorityLine> priorities =
        strategy.priorities().stream().map(priority -> line(priority, known)).toList();
    return new StrategyReport(
        strategy.id(),
        strategy.title(),
        strategy.clientGroup(),
        asOf,
        missing,
        RollUp.of(
            priorities.stream()
                .map(line -> RollUp.Part.of(line.title(), BigDecimal.ONE, line.standing()))
                .toList()),
        priorities);
  }

  private record Known(
      List<Reading> readings,
      List<StrategyObservation> observations,
      MissingValues missing,
      int smallestGroup) {}

  private List<Reading> readings(List<UUID> contracts, LocalDate asOf) {
    return contracts.isEmpty()
        ? List.of()
        : sql.list(
            READINGS,
            row ->
                new Reading(
                    Objects.requireNonNull(Sql.uuid(row, "contract_id")),
                    row.getString("reference"),
                    row.getString("indicator"),
                    Objects.requireNonNull(Sql.day(row, "period_end")),
                    row.getBigDecimal("value"),
                    row.getBigDecimal("numerator"),
                    row.getBigDecimal("denominator")),
            contracts,
            asOf);
  }

  private static PriorityLine line(Priority priority, Known known) {
    List<OutcomeLine> outcomes =
        priority.outcomes().stream().map(outcome -> line(outcome, known)).toList();
    return new PriorityLine(
        priority.code(),
        priority.title(),
        RollUp.of(
            outcomes.stream()
                .map(line -> RollUp.Part.of(line.title(), BigDecimal.ONE, line.standing()))
                .toList()),
        outcomes);
  }

  private static OutcomeLine line(StrategyOutcome outcome, Known known) {
    List<MeasureLine> lines = new ArrayList<>();
    List<RollUp.Part> parts = new ArrayList<>();
    for (Measure measure : outcome.measures()) {
      Pool pool = pool(measure, outcome, known);
      IndicatorScore score = score(measure, pool, known.missing());
      parts.add(RollUp.Part.of(measure.title(), measure.weight(), score));
      lines.add(
          new MeasureLine(
              measure.indicator(),
              measure.title(),
              measure.level(),
              measure.target(),
              pool.value(),
              pool.formula(),
              score.rag(),
              score.achievementPercent(),
              score.explanation(),
              pool.notes()));
    }
    return new OutcomeLine(
        outcome.code(), outcome.title(), RollUp.of(parts), outcome.contracts().size(), lines);
  }

  private static IndicatorScore score(Measure measure, Pool pool, MissingValues missing) {
    BigDecimal value = pool.value();
    if (value != null) {
      return IndicatorScore.of(measure.terms(), value);
    }
    return missing == MissingValues.WORST_CASE
        ? IndicatorScore.worstCase()
        : IndicatorScore.unknown();
  }

  private static Pool pool(Measure measure, StrategyOutcome outcome, Known known) {
    if (measure.level() == Level.SERVICE) {
      return Pool.ofReturns(
          measure,
          known.readings().stream()
              .filter(reading -> reading.indicator().equals(measure.indicator()))
              .filter(reading -> outcome.contracts().contains(reading.contract()))
              .toList(),
          known.missing());
    }
    List<StrategyObservation> seen =
        known.observations().stream()
            .filter(each -> each.indicator().equals(measure.indicator()))
            .filter(each -> each.level() == measure.level())
            .toList();
    return measure.level() == Level.INDIVIDUAL
        ? Pool.ofPeople(measure.unit(), seen, known.smallestGroup())
        : Pool.ofPopulation(measure.unit(), seen);
  }
}
