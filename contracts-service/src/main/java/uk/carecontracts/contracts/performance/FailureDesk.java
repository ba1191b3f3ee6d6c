package uk.carecontracts.contracts.performance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import uk.carecontracts.contracts.planning.PlanningRecords;
import uk.carecontracts.contracts.planning.RecordKind;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.kit.problem.ProblemException;

/** Records, corrects and withdraws failures under contracts of the caller's authority. */
@ApplicationScoped
class FailureDesk {
  private final PlanningRecords records;
  private final ContractRegister register;
  private final Clock clock;

  FailureDesk(PlanningRecords records, ContractRegister register, Clock clock) {
    this.records = records;
    this.register = register;
    this.clock = clock;
  }

  List<PerformanceFailure> list(UUID contractId) {
    register.require(contractId);
    return records.select(
        RecordKind.PERFORMANCE_FAILURE,
        PerformanceFailure.class,
        "contract_id = ? order by id",
        contractId);
  }

  PerformanceFailure get(UUID contractId, UUID id) {
    return require(register.require(contractId), id);
  }

  PerformanceFailure record(UUID contractId, FailureFacts facts) {
    PerformanceFailure failure =
        PerformanceFailure.record(
            register.require(contractId), facts, LocalDate.now(clock), clock.instant());
    return keep(failure, "performance-failure.recorded.v1", facts.decision());
  }

  PerformanceFailure correct(UUID contractId, UUID id, LongConsumer check, FailureFacts facts) {
    Contract contract = register.require(contractId);
    PerformanceFailure failure = require(contract, id);
    check.accept(failure.version());
    return keep(
        failure.corrected(contract, facts, LocalDate.now(clock), clock.instant()),
        "performance-failure.corrected.v1",
        facts.decision());
  }

  PerformanceFailure withdraw(UUID contractId, UUID id, LongConsumer check, String reason) {
    PerformanceFailure failure = require(register.require(contractId), id);
    check.accept(failure.version());
    return keep(
        failure.withdrawn(reason, clock.instant()), "performance-failure.withdrawn.v1", reason);
  }

  private PerformanceFailure require(Contract contract, UUID id) {
    return records
        .find(RecordKind.PERFORMANCE_FAILURE, PerformanceFailure.class, id)
        .filter(each -> each.contractId().equals(contract.id()))
        .orElseThrow(() -> ProblemException.notFound("performance failure", id));
  }

  private PerformanceFailure keep(PerformanceFailure failure, String event, String why) {
    return records.keep(RecordKind.PERFORMANCE_FAILURE, failure, event, why);
  }
}
