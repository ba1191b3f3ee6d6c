package uk.carecontracts.contracts.options;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.register.ContractEvent;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;

/** Defines, exercises and lapses break clauses. */
@ApplicationScoped
class BreakDesk {
  private static final String AGGREGATE = "break-clause";

  private final BreakClauseRepository clauses;
  private final ExtensionDesk extensions;
  private final ContractRegister register;
  private final Journal journal;
  private final Clock clock;

  BreakDesk(
      BreakClauseRepository clauses,
      ExtensionDesk extensions,
      ContractRegister register,
      Journal journal,
      Clock clock) {
    this.clauses = clauses;
    this.extensions = extensions;
    this.register = register;
    this.journal = journal;
    this.clock = clock;
  }

  List<BreakClauseView> list(UUID contractId) {
    register.require(contractId);
    return clauses.of(contractId).stream().map(BreakClause::view).toList();
  }

  BreakClauseView get(UUID contractId, UUID id) {
    return require(register.require(contractId), id).view();
  }

  /** Enters a clause on the version of the contract that the caller read. */
  BreakClauseView define(UUID contractId, LongConsumer check, BreakRequest request) {
    Contract contract = register.require(contractId);
    check.accept(contract.version());
    BreakClause clause = BreakClause.define(contract, request, clock.instant());
    clauses.persist(clause);
    return record(clause, "break-clause.defined.v1", "Defined");
  }

  /**
   * Breaks the contract off: it runs to the day chosen, ends there, and runs no longer by options.
   */
  BreakClauseView exercise(UUID contractId, UUID id, LongConsumer check, BreakDecision decision) {
    Contract contract = register.require(contractId);
    BreakClause clause = require(contract, id);
    check.accept(clause.version());
    BreakTaken taken = clause.exercise(contract, decision, LocalDate.now(clock), clock.instant());
    register.apply(
        contract,
        ContractEvent.BREAK_EXERCISED,
        "Break clause exercised by the " + taken.by() + ": " + decision.reason(),
        (each, now) -> each.breakOff(taken.lastDay(), taken.newTotal(), now));
    extensions.lapseAll(contract, "The contract was broken off to end on " + taken.lastDay() + ".");
    return record(clause, "break-clause.exercised.v1", decision.reason());
  }

  /** Lets a clause go. */
  BreakClauseView lapse(UUID contractId, UUID id, LongConsumer check, String reason) {
    BreakClause clause = require(register.require(contractId), id);
    check.accept(clause.version());
    clause.lapse(reason, clock.instant());
    return record(clause, "break-clause.lapsed.v1", reason);
  }

  /** Lets a clause go of which nobody told that notice was given in time. */
  BreakClauseView lapseWithoutNotice(UUID contractId, UUID id, LocalDate deadline, String because) {
    BreakClause clause = require(register.require(contractId), id);
    clause.lapseWithoutNotice(deadline, because, clock.instant());
    return record(clause, "break-clause.lapsed.v1", because);
  }

  private BreakClause require(Contract contract, UUID id) {
    return clauses
        .findByIdOptional(id)
        .filter(clause -> clause.contractId().equals(contract.id()))
        .orElseThrow(() -> ProblemException.notFound("break clause", id));
  }

  private BreakClauseView record(BreakClause clause, String type, String reason) {
    clauses.flush();
    BreakClauseView view = clause.view();
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
