package uk.carecontracts.contracts.agreements;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import uk.carecontracts.contracts.agreements.AgreementTerms.AgreementLot;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/** Settles what agreements promise. */
@ApplicationScoped
class AgreementDesk {
  private final AgreementRepository agreements;
  private final CallOffRepository callOffs;
  private final ContractRegister register;
  private final Journal journal;
  private final Clock clock;

  AgreementDesk(
      AgreementRepository agreements,
      CallOffRepository callOffs,
      ContractRegister register,
      Journal journal,
      Clock clock) {
    this.agreements = agreements;
    this.callOffs = callOffs;
    this.register = register;
    this.journal = journal;
    this.clock = clock;
  }

  /** The contract of the caller's authority; 404, or 403 for a public one of another. */
  ContractState contract(UUID contractId) {
    return register.require(contractId).state();
  }

  /** The agreement of a contract, or 404. */
  Agreement require(UUID contractId) {
    contract(contractId);
    return find(contractId)
        .orElseThrow(() -> ProblemException.notFound("agreement of contract", contractId));
  }

  Optional<Agreement> find(UUID contractId) {
    return agreements.ofContract(contractId);
  }

  /** The agreement of a contract, alone until this transaction ends; or 404. */
  Agreement requireAlone(UUID contractId) {
    contract(contractId);
    return agreements
        .alone(contractId)
        .orElseThrow(() -> ProblemException.notFound("agreement of contract", contractId));
  }

  /** The agreement of a contract that has not ended, alone until this transaction ends; or 404. */
  Agreement requireOpen(UUID contractId) {
    CallOffRules.checkAdmission(contract(contractId), LocalDate.now(clock));
    return requireAlone(contractId);
  }

  /** A lot of an agreement. */
  static AgreementLot lot(Agreement agreement, String lotId) {
    return agreement
        .terms()
        .lot(lotId)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "LOT_UNKNOWN", "The agreement has no lot '" + lotId + "'.", "/lotId"));
  }

  /** Terms of a contract that had none. */
  AgreementState settle(UUID contractId, AgreementTerms terms) {
    Agreement agreement = Agreement.settle(contract(contractId), terms, clock.instant());
    agreements.persist(agreement);
    return record(agreement, "agreement.settled.v1");
  }

  /** Other terms in place of those held; nothing is called off meanwhile. */
  AgreementState resettle(Agreement agreement, LongConsumer check, AgreementTerms terms) {
    check.accept(agreement.version());
    agreements.alone(agreement.contractId());
    CallOffRules.checkLots(terms, callOffs.byLot(agreement.id()));
    agreement.resettle(contract(agreement.contractId()), terms, clock.instant());
    return record(agreement, "agreement.changed.v1");
  }

  private AgreementState record(Agreement agreement, String type) {
    agreements.flush();
    AgreementState state = agreement.state();
    journal.append(
        new Entry(
            "agreement",
            state.id(),
            state.version(),
            type,
            state.authority(),
            state,
            Map.of("reason", "Terms of the agreement")));
    return state;
  }
}
