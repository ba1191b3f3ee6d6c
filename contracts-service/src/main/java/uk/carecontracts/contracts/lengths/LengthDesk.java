package uk.carecontracts.contracts.lengths;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;

/** Records how long contracts should run, and who decided. */
@ApplicationScoped
class LengthDesk {
  private final LengthAnalysisRepository analyses;
  private final ContractRegister register;
  private final Journal journal;
  private final Clock clock;

  LengthDesk(
      LengthAnalysisRepository analyses, ContractRegister register, Journal journal, Clock clock) {
    this.analyses = analyses;
    this.register = register;
    this.journal = journal;
    this.clock = clock;
  }

  List<LengthAnalysisView> of(UUID contractId) {
    register.require(contractId);
    return analyses.of(contractId).stream().map(LengthAnalysis::view).toList();
  }

  List<KnownFactor> known() {
    return analyses.known(LocalDate.now(clock));
  }

  LengthAnalysisView get(UUID contractId, UUID id) {
    return require(contractId, id).view();
  }

  LengthAnalysisView record(UUID contractId, List<WeighedFactor> factors) {
    Contract contract = register.require(contractId);
    LengthAnalysis analysis = LengthAnalysis.record(contract, factors, known(), clock.instant());
    analyses.persist(analysis);
    return record(analysis, "contract-length-analysis.recorded.v1", "Recorded");
  }

  LengthAnalysisView weigh(
      UUID contractId, UUID id, LongConsumer check, List<WeighedFactor> factors) {
    LengthAnalysis analysis = require(contractId, id);
    check.accept(analysis.version());
    analysis.weigh(factors, known(), clock.instant());
    return record(analysis, "contract-length-analysis.weighed.v1", "Weighed anew");
  }

  LengthAnalysisView decide(UUID contractId, UUID id, LongConsumer check, LengthDecision taken) {
    LengthAnalysis analysis = require(contractId, id);
    check.accept(analysis.version());
    analysis.decide(taken, LocalDate.now(clock), clock.instant());
    return record(
        analysis,
        "contract-length-analysis.decided.v1",
        taken.decidedBy() + ": " + taken.months() + " months. " + taken.reason());
  }

  private LengthAnalysis require(UUID contractId, UUID id) {
    Contract contract = register.require(contractId);
    return analyses
        .findByIdOptional(id)
        .filter(each -> each.contractId().equals(contract.id()))
        .orElseThrow(() -> ProblemException.notFound("length analysis", id));
  }

  private LengthAnalysisView record(LengthAnalysis analysis, String type, String reason) {
    analyses.flush();
    LengthAnalysisView view = analysis.view();
    journal.append(
        new Entry(
            "contract-length-analysis",
            view.id(),
            view.version(),
            type,
            view.authority(),
            view,
            Map.of("reason", reason)));
    return view;
  }
}
