package uk.carecontracts.contracts.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;

/** Prepares and takes award decisions. */
@ApplicationScoped
class AwardDesk {
  private final AwardDecisionRepository decisions;
  private final ContractRegister register;
  private final Journal journal;
  private final Clock clock;

  AwardDesk(
      AwardDecisionRepository decisions, ContractRegister register, Journal journal, Clock clock) {
    this.decisions = decisions;
    this.register = register;
    this.journal = journal;
    this.clock = clock;
  }

  AwardDecisionView prepare(UUID contractId, AwardContent content) {
    Contract contract = register.require(contractId);
    if (decisions.of(contractId).isPresent()) {
      throw ProblemException.conflict(
          "AWARD_DECISION_EXISTS", "The decision of this contract is being prepared already.");
    }
    AwardDecision decision = AwardDecision.prepare(contract, content, clock.instant());
    decisions.persist(decision);
    return record(decision, "award-decision.prepared.v1", "Prepared");
  }

  AwardDecision require(UUID id) {
    return decisions
        .findByIdOptional(id)
        .orElseThrow(() -> ProblemException.notFound("award decision", id));
  }

  AwardDecisionView rework(UUID id, LongConsumer check, AwardContent content) {
    AwardDecision decision = require(id);
    check.accept(decision.version());
    decision.rework(content, clock.instant());
    return record(decision, "award-decision.reworked.v1", "Reworked");
  }

  AwardDecisionView decide(UUID id, LongConsumer check, Decision taken) {
    AwardDecision decision = require(id);
    check.accept(decision.version());
    decision.decide(taken, LocalDate.now(clock), clock.instant());
    return record(
        decision,
        "award-decision.decided.v1",
        taken.decidedBy() + ": " + taken.tenderer() + ". " + taken.reason());
  }

  private AwardDecisionView record(AwardDecision decision, String type, String reason) {
    decisions.flush();
    AwardDecisionView view = decision.view();
    journal.append(
        new Entry(
            "award-decision",
            view.id(),
            view.version(),
            type,
            view.authority(),
            view,
            Map.of("reason", reason)));
    return view;
  }
}
