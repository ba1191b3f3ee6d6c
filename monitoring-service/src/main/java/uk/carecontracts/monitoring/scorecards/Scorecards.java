package uk.carecontracts.monitoring.scorecards;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.monitoring.contracts.KnownContracts;
import uk.carecontracts.monitoring.plans.PlanChanged;
import uk.carecontracts.monitoring.plans.PlanState;
import uk.carecontracts.monitoring.plans.Plans;
import uk.carecontracts.monitoring.providers.KnownProviders;
import uk.carecontracts.monitoring.returns.ReturnChanged;
import uk.carecontracts.monitoring.scorecards.Scorecard.RatingLine;
import uk.carecontracts.monitoring.voice.Voice;

/** Puts scorecards together and keeps the latest standing of each contract. */
@ApplicationScoped
public class Scorecards {
  private static final String VALUES =
      """
      select o.indicator, r.period_start, r.period_end, o.value, r.status = 'APPROVED' as approved
      from performance_return r join observation o on o.return_id = r.id
      where r.plan_id = ? and r.status in ('SUBMITTED', 'APPROVED')
      order by r.period_start, o.indicator\
      """;

  private static final String KEEP =
      """
      insert into scorecard_summary as kept (contract_id, authority, plan_id, provider_id, rag,
        points, achievement_percent, period_end)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (contract_id) do update set provider_id = excluded.provider_id,
        rag = excluded.rag, points = excluded.points,
        achievement_percent = excluded.achievement_percent, period_end = excluded.period_end
      where (kept.provider_id, kept.rag, kept.points, kept.achievement_percent, kept.period_end)
        is distinct from (excluded.provider_id, excluded.rag, excluded.points,
          excluded.achievement_percent, excluded.period_end)\
      """;

  private final Plans plans;
  private final KnownContracts contracts;
  private final KnownProviders providers;
  private final Voice voice;
  private final Sql sql;
  private final Event<ScorecardChanged> changed;

  Scorecards(
      Plans plans,
      KnownContracts contracts,
      KnownProviders providers,
      Voice voice,
      Sql sql,
      Event<ScorecardChanged> changed) {
    this.plans = plans;
    this.contracts = contracts;
    this.providers = providers;
    this.voice = voice;
    this.sql = sql;
    this.changed = changed;
  }

  /** The plan a contract's scorecard rests on. */
  PlanState plan(UUID contractId) {
    return plans
        .ofContract(contractId)
        .orElseThrow(() -> ProblemException.notFound("scorecard of contract", contractId));
  }

  /** The scorecard of the latest period, or of the latest no later than a day. */
  Scorecard card(PlanState plan, MissingValues missing, @Nullable LocalDate noLaterThan) {
    Standings standings = new Standings(plan, values(plan.id()), missing);
    return Scorecard.of(
        plan,
        standings.at(standings.latest(noLaterThan)),
        missing,
        standings.periodLines(),
        ratings(plan.contractId()),
        contracts.markers(plan.contractId()),
        voice.summary(plan.contractId()));
  }

  /** The scorecard of a contract's latest period; none without a monitoring plan. */
  public Optional<Scorecard> latest(UUID contractId) {
    return plans.ofContract(contractId).map(plan -> card(plan, MissingValues.EXCLUDED, null));
  }

  private List<RatingLine> ratings(UUID contractId) {
    return providers.locationsOfContract(contractId).stream()
        .map(
            location ->
                new RatingLine(
                    location.id(),
                    location.name(),
                    location.regulator(),
                    location.rating(),
                    location.reportDate(),
                    location.previousRating(),
                    location.specialMeasures()))
        .toList();
  }

  private List<Measured> values(UUID planId) {
    return sql.list(
        VALUES,
        row ->
            new Measured(
                row.getString("indicator"),
                Objects.requireNonNull(Sql.day(row, "period_start")),
                Objects.requireNonNull(Sql.day(row, "period_end")),
                row.getBigDecimal("value"),
                row.getBoolean("approved")),
        planId);
  }

  void onReturn(@Observes @Priority(100) ReturnChanged event) {
    plans.find(event.state().planId()).ifPresent(this::keep);
  }

  void onPlan(@Observes @Priority(100) PlanChanged event) {
    keep(event.plan());
  }

  private void keep(PlanState plan) {
    Standings standings = new Standings(plan, values(plan.id()), MissingValues.EXCLUDED);
    PeriodStanding latest = standings.at(standings.latest(null));
    int rows =
        sql.update(
            KEEP,
            plan.contractId(),
            plan.authority(),
            plan.id(),
            plan.providerId(),
            latest.whole().rag(),
            latest.whole().points(),
            latest.whole().achievementPercent(),
            latest.periodEnd());
    if (rows > 0) {
      changed.fire(new ScorecardChanged(plan.contractId()));
    }
  }
}
