package uk.carecontracts.monitoring.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.plans.Period;
import uk.carecontracts.monitoring.plans.PlanState;
import uk.carecontracts.monitoring.plans.Plans;

/** Takes returns from draft to approval, recording every version. */
@ApplicationScoped
class Returns {
  private final ReturnRepository returns;
  private final ReturnChecks checks;
  private final Plans plans;
  private final ProviderReach reach;
  private final Caller caller;
  private final Journal journal;
  private final Event<ReturnChanged> changed;
  private final Clock clock;

  Returns(
      ReturnRepository returns,
      ReturnChecks checks,
      Plans plans,
      ProviderReach reach,
      Caller caller,
      Journal journal,
      Event<ReturnChanged> changed,
      Clock clock) {
    this.returns = returns;
    this.checks = checks;
    this.plans = plans;
    this.reach = reach;
    this.caller = caller;
    this.journal = journal;
    this.changed = changed;
    this.clock = clock;
  }

  /** A return of the caller's authority; for a provider of its contract, or begun by it. */
  @Transactional
  ReturnState get(UUID id) {
    PerformanceReturn found = returns.findByIdOptional(id).orElseThrow(() -> unknown(id));
    if (!reach.isParty(found.providerId())) {
      reach.requireParty(plans.get(found.planId()).providerId());
    }
    return found.state();
  }

  /** Begins a return, and hands it in when the draft says so. */
  ReturnState begin(ReturnDraft draft) {
    PlanState plan =
        plans
            .find(draft.planId())
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "PLAN_UNKNOWN",
                        "There is no monitoring plan " + draft.planId() + ".",
                        "/planId"));
    reach.requireParty(plan.providerId());
    Period period = period(plan, draft);
    boolean submit = Boolean.TRUE.equals(draft.submit());
    List<Reading> readings =
        new ReadingRules(plan, period.periodStart()).check(draft.observations(), submit);
    if (returns.exists(plan.id(), period.periodStart())) {
      throw ProblemException.conflict(
          "RETURN_EXISTS",
          "There is a return for the period from " + period.periodStart() + " already.");
    }
    PerformanceReturn begun = PerformanceReturn.draft(plan, period, readings, draft.minutesSpent());
    begun.flag(checks.check(plan, period.periodStart(), period.periodEnd(), readings));
    if (submit) {
      begun.submitAtOnce(caller.subject(), clock.instant());
    }
    returns.persist(begun);
    return record(begun, submit ? "return.submitted.v1" : "return.drafted.v1", Map.of());
  }

  private static Period period(PlanState plan, ReturnDraft draft) {
    return plan.periods().stream()
        .filter(period -> period.periodStart().equals(draft.periodStart()))
        .filter(period -> period.periodEnd().equals(draft.periodEnd()))
        .findFirst()
        .orElseThrow(
            () ->
                new RuleViolation(
                    "PERIOD_NOT_IN_PLAN",
                    "The plan has no period from %s to %s; GET /v1/monitoring-plans/%s lists them."
                        .formatted(draft.periodStart(), draft.periodEnd(), plan.id()),
                    "/periodStart"));
  }

  /** Replaces what a draft, or a return sent back, says. */
  ReturnState correct(UUID id, LongConsumer precondition, ReturnContent content) {
    PerformanceReturn found = locked(id, precondition);
    List<Reading> readings = rules(found).check(content.observations(), false);
    found.correct(readings, content.minutesSpent());
    found.flag(flags(found));
    return record(found, "return.corrected.v1", Map.of());
  }

  /** Hands a return in; every required indicator must have its value by now. */
  ReturnState submit(UUID id, LongConsumer precondition) {
    PerformanceReturn found = locked(id, precondition);
    rules(found).check(found.readings(), true);
    found.submit(caller.subject(), clock.instant());
    found.flag(flags(found));
    return record(found, "return.submitted.v1", Map.of());
  }

  /** Sends a submitted return back. */
  ReturnState sendBack(UUID id, LongConsumer precondition, List<String> reasons) {
    PerformanceReturn found = locked(id, precondition);
    found.sendBack(reasons, caller.subject(), clock.instant());
    return record(found, "return.sent-back.v1", Map.of("reasons", reasons));
  }

  /** Accepts a submitted return and locks it. */
  ReturnState approve(UUID id, LongConsumer precondition) {
    PerformanceReturn found = locked(id, precondition);
    found.approve(caller.subject(), clock.instant());
    return record(found, "return.approved.v1", Map.of());
  }

  /** Puts a locked return right, with the reason on record. */
  ReturnState correctLocked(UUID id, LongConsumer precondition, LockedCorrection correction) {
    PerformanceReturn found = locked(id, precondition);
    List<Reading> readings = rules(found).check(correction.observations(), true);
    found.correctLocked(correction.reason(), readings, caller.subject(), clock.instant());
    found.flag(flags(found));
    return record(
        found, "return.corrected-after-lock.v1", Map.of("reasons", List.of(correction.reason())));
  }

  /** The return of a period, if one was begun. */
  @Transactional
  Optional<ReturnState> ofPeriod(UUID planId, LocalDate periodStart) {
    return returns.ofPeriod(planId, periodStart).map(PerformanceReturn::state);
  }

  private List<ReturnFlag> flags(PerformanceReturn found) {
    return checks.check(
        plans.get(found.planId()), found.periodStart(), found.periodEnd(), found.readings());
  }

  private ReadingRules rules(PerformanceReturn found) {
    return new ReadingRules(plans.get(found.planId()), found.periodStart());
  }

  /** A return for a change, by an officer or whoever supplies the contract now. */
  private PerformanceReturn locked(UUID id, LongConsumer precondition) {
    PerformanceReturn found = returns.lock(id).orElseThrow(() -> unknown(id));
    reach.requireParty(plans.get(found.planId()).providerId());
    precondition.accept(found.version());
    return found;
  }

  private static ProblemException unknown(UUID id) {
    return ProblemException.notFound("return", id);
  }

  private ReturnState record(PerformanceReturn changedReturn, String type, Map<String, ?> change) {
    returns.flush();
    ReturnState state = changedReturn.state();
    journal.append(
        new Entry("return", state.id(), state.version(), type, state.authority(), state, change));
    changed.fire(new ReturnChanged(state));
    return state;
  }
}
