package uk.carecontracts.monitoring.plans;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.monitoring.contracts.ContractChanged;
import uk.carecontracts.monitoring.contracts.KnownContract;
import uk.carecontracts.monitoring.indicators.Catalogue;
import uk.carecontracts.monitoring.risk.RiskTier;

/** Opens, amends and closes plans, recording every version. */
@ApplicationScoped
public class Plans {
  /** The aggregate type in the journal and in events. */
  public static final String TYPE = "monitoring-plan";

  private final PlanRepository plans;
  private final Catalogue catalogue;
  private final PlanRules rules;
  private final ReviewRhythm rhythm;
  private final AssuranceAdvice advice;
  private final Journal journal;
  private final Sql sql;
  private final Event<PlanChanged> changed;
  private final Clock clock;

  Plans(
      PlanRepository plans,
      Catalogue catalogue,
      PlanRules rules,
      ReviewRhythm rhythm,
      AssuranceAdvice advice,
      Journal journal,
      Sql sql,
      Event<PlanChanged> changed,
      Clock clock) {
    this.plans = plans;
    this.catalogue = catalogue;
    this.rules = rules;
    this.rhythm = rhythm;
    this.advice = advice;
    this.journal = journal;
    this.sql = sql;
    this.changed = changed;
    this.clock = clock;
  }

  /** The plan as it stands; its authority's only. */
  @Transactional
  public PlanState get(UUID id) {
    return plans
        .read(id)
        .map(MonitoringPlan::state)
        .orElseThrow(() -> ProblemException.notFound("monitoring plan", id));
  }

  /** The plan, if the caller may know of it. */
  @Transactional
  public Optional<PlanState> find(UUID id) {
    return plans.read(id).map(MonitoringPlan::state);
  }

  /** The plan of a contract, if one was opened. */
  @Transactional
  public Optional<PlanState> ofContract(UUID contractId) {
    return plans.ofContract(contractId).map(MonitoringPlan::state);
  }

  /** Agrees indicators and their terms, once the caller proved which version it read. */
  PlanState choose(UUID id, LongConsumer precondition, List<IndicatorChoice> choices) {
    MonitoringPlan plan =
        plans.lock(id).orElseThrow(() -> ProblemException.notFound("monitoring plan", id));
    precondition.accept(plan.version());
    plan.choose(choices, rules, periodsWithReturns(id), LocalDate.now(clock));
    return record(plan, "monitoring-plan.amended.v1", Map.of("what", "INDICATORS"));
  }

  /** Opens the plan of a contract that became active, and keeps it in step with the contract. */
  void onContract(@Observes @Priority(100) ContractChanged event) {
    KnownContract contract = event.contract();
    MonitoringPlan plan = plans.lockOfContract(contract.id()).orElse(null);
    if (plan == null) {
      if (contract.active()) {
        open(contract);
      }
      return;
    }
    if (contract.ended()) {
      if (plan.close(contract.status(), LocalDate.now(clock))) {
        record(plan, "monitoring-plan.closed.v1", Map.of("reason", contract.status()));
      }
      return;
    }
    if (contract.active() && plan.reopen()) {
      record(plan, "monitoring-plan.amended.v1", Map.of("what", "REOPENED"));
    }
    if (contract.active()
        && plan.follow(contract, rules, periodsWithReturns(plan.id()), LocalDate.now(clock))) {
      record(
          plan,
          "monitoring-plan.amended.v1",
          Map.of("what", "CONTRACT", "contractVersion", contract.version()));
    }
    if (contract.active() && plan.assure(advice.of(contract.id()))) {
      record(plan, "monitoring-plan.amended.v1", Map.of("what", "ASSURANCE"));
    }
  }

  private void open(KnownContract contract) {
    LocalDate today = LocalDate.now(clock);
    List<IndicatorChoice> choices =
        catalogue.forService(contract.authority(), contract.serviceType(), today).stream()
            .map(IndicatorChoice::of)
            .toList();
    MonitoringPlan plan =
        MonitoringPlan.open(
            contract,
            choices,
            rules,
            today,
            rhythm.foreseen(contract.id()).orElse(null),
            advice.of(contract.id()));
    plans.persist(plan);
    record(
        plan,
        "monitoring-plan.opened.v1",
        Map.of("reason", "CONTRACT_ACTIVE", "contractVersion", contract.version()));
  }

  /** Lets the plan of a contract ask as often as the contract's risk demands. */
  void keepPace(UUID contractId) {
    RiskTier tier = rhythm.recorded(contractId).orElse(null);
    MonitoringPlan plan = plans.lockOfContract(contractId).orElse(null);
    if (tier == null || plan == null) {
      return;
    }
    int before = plan.frequencyMonths();
    if (plan.keepPace(tier, rules, periodsWithReturns(plan.id()), LocalDate.now(clock))) {
      record(
          plan,
          "monitoring-plan.amended.v1",
          Map.of("what", "FREQUENCY", "tier", tier, "frequencyBefore", before));
    }
  }

  /** Lets the plan of a contract rely on the regulator as far as its inspections bear it. */
  @Transactional
  public void renewAssurance(UUID contractId) {
    plans
        .lockOfContract(contractId)
        .filter(plan -> plan.assure(advice.of(contractId)))
        .ifPresent(plan -> record(plan, "monitoring-plan.amended.v1", Map.of("what", "ASSURANCE")));
  }

  private Collection<LocalDate> periodsWithReturns(UUID plan) {
    return sql.list(
        "select period_start from performance_return where plan_id = ?",
        row -> row.getDate(1).toLocalDate(),
        plan);
  }

  /** Marks what has become overdue in one plan, and says so once. */
  @Transactional
  void markOverdue(UUID id, Collection<LocalDate> periodStarts) {
    plans
        .lock(id)
        .filter(plan -> plan.markOverdue(periodStarts, LocalDate.now(clock)))
        .ifPresent(
            plan ->
                record(
                    plan,
                    "monitoring-plan.return-overdue.v1",
                    Map.of("periods", List.copyOf(periodStarts))));
  }

  private PlanState record(MonitoringPlan plan, String type, Map<String, Object> change) {
    plans.flush();
    PlanState state = plan.state();
    journal.append(
        new Entry(TYPE, plan.id(), plan.version(), type, state.authority(), state, change));
    changed.fire(new PlanChanged(state));
    return state;
  }
}
