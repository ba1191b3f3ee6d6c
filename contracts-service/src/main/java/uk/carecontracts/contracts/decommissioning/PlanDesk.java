package uk.carecontracts.contracts.decommissioning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.contracts.register.WindingDown;
import uk.carecontracts.contracts.terms.DecommissioningPlan;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/** Keeps plans, and has the last word before a contract is decommissioned. */
@ApplicationScoped
class PlanDesk implements WindingDown {
  private static final String AGGREGATE = "decommissioning-plan";

  private final PlanRepository plans;
  private final ContractRegister register;
  private final Journal journal;
  private final Clock clock;

  PlanDesk(PlanRepository plans, ContractRegister register, Journal journal, Clock clock) {
    this.plans = plans;
    this.register = register;
    this.journal = journal;
    this.clock = clock;
  }

  PlanView get(UUID contractId) {
    Contract contract = register.require(contractId);
    return plans
        .findByIdOptional(contractId)
        .map(plan -> plan.view(plans.planned(contract)))
        .orElseThrow(() -> ProblemException.notFound("decommissioning plan of", contractId));
  }

  /** A plan as it was written. */
  record Written(PlanView plan, boolean created) {}

  /** Begins the plan of a contract, or replaces what it said. */
  Written write(UUID contractId, LongConsumer check, PlanContent content) {
    Contract contract = register.require(contractId);
    Optional<WindingDownPlan> held = plans.findByIdOptional(contractId);
    if (held.isPresent()) {
      check.accept(held.get().version());
      held.get().rework(content, clock.instant());
      return new Written(
          record(contract, held.get(), "decommissioning-plan.reworked.v1", "Reworked"), false);
    }
    WindingDownPlan plan = WindingDownPlan.prepare(contract, content, clock.instant());
    plans.persist(plan);
    return new Written(
        record(contract, plan, "decommissioning-plan.prepared.v1", "Prepared"), true);
  }

  @Override
  public DecommissioningPlan completePlan(Contract contract) {
    return plans
        .findByIdOptional(contract.id())
        .map(plan -> plan.complete(plans.planned(contract)))
        .orElseThrow(
            () ->
                new RuleViolation(
                    "DECOMMISSIONING_PLAN_INCOMPLETE",
                    "A service is wound down by a plan for its people; there is none.",
                    "/plan"));
  }

  @Override
  public void checkShort(Contract contract, DecommissioningPlan plan) {
    PlanPolicy.notCounted(plan.peopleAffected(), plans.planned(contract))
        .ifPresent(
            reason -> {
              throw new RuleViolation(
                  "DECOMMISSIONING_PLAN_INCOMPLETE", reason, "/plan/peopleAffected");
            });
  }

  @Override
  public boolean isPlanned(Contract contract) {
    return plans.findByIdOptional(contract.id()).isPresent();
  }

  @Override
  public void carriedOut(Contract contract) {
    plans
        .findByIdOptional(contract.id())
        .ifPresent(
            plan -> {
              plan.carriedOut(clock.instant());
              record(
                  contract,
                  plan,
                  "decommissioning-plan.carried-out.v1",
                  "The contract is decommissioned");
            });
  }

  private PlanView record(Contract contract, WindingDownPlan plan, String type, String reason) {
    plans.flush();
    PlanView view = plan.view(plans.planned(contract));
    journal.append(
        new Entry(
            AGGREGATE,
            view.id(),
            view.version(),
            type,
            view.authority(),
            view,
            Map.of("reason", reason)));
    return view;
  }
}
