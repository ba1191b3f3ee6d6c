package uk.carecontracts.contracts.forwardplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.calendar.EnglishCalendar;
import uk.carecontracts.contracts.options.DecisionKind;
import uk.carecontracts.contracts.planning.PlanningRecords;
import uk.carecontracts.contracts.planning.RecordKind;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.kit.problem.ProblemException;

/** The forward plan of an authority: worked out from the register, its policy and what was said. */
@ApplicationScoped
public class ForwardPlans {
  /** The order of every list: by day, then contract, then kind of decision. */
  static final Comparator<PlanEntry> ORDER =
      Comparator.comparing(PlanEntry::decisionDate)
          .thenComparing(entry -> entry.contractId().toString())
          .thenComparing(entry -> entry.decision().name());

  private final DecisionRepository decisions;
  private final Policies policies;
  private final PlanningRecords records;
  private final ContractRegister register;
  private final EnglishCalendar calendar;
  private final Clock clock;

  ForwardPlans(
      DecisionRepository decisions,
      Policies policies,
      PlanningRecords records,
      ContractRegister register,
      EnglishCalendar calendar,
      Clock clock) {
    this.decisions = decisions;
    this.policies = policies;
    this.records = records;
    this.register = register;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** How an authority's steps are scheduled today. */
  public BackSchedule schedule(String authority) {
    return new BackSchedule(
        policies.of(authority).terms(), calendar.workingDays(), LocalDate.now(clock));
  }

  /** The decisions of a scope as the register has them. */
  public List<ContractDecision> decisions(PlanScope scope) {
    return decisions.decisions(scope);
  }

  /** The plan of a scope, in {@link #ORDER}. */
  public List<PlanEntry> entries(PlanScope scope) {
    BackSchedule schedule = schedule(scope.authority());
    return decisions.decisions(scope).stream()
        .map(each -> schedule.entry(each.contract(), each.decision(), each.record()))
        .filter(entry -> !isOldNews(entry, schedule.today()))
        .sorted(ORDER)
        .toList();
  }

  /** A review of the past that was held is no plan any more. */
  private static boolean isOldNews(PlanEntry entry, LocalDate today) {
    return entry.decisionDate().isBefore(today)
        && entry.milestones().stream().noneMatch(PlanEntry.Milestone::isOpen);
  }

  /** What was said of a contract, and its version; 404 when it is none of the authority's. */
  public PlanRecord record(UUID contractId) {
    Contract contract = register.require(contractId);
    return records
        .find(
            RecordKind.FORWARD_PLAN,
            PlanRecord.class,
            PlanRecord.untouched(contract.authority(), contractId).id())
        .orElseGet(() -> PlanRecord.untouched(contract.authority(), contractId));
  }

  /** The plan of one contract. */
  public List<PlanEntry> of(PlanRecord record) {
    return entries(PlanScope.of(record.authority(), record.contractId(), LocalDate.now(clock)));
  }

  /** Changes what was said of a contract. */
  PlanRecord change(
      UUID contractId,
      LongConsumer check,
      String event,
      @Nullable String why,
      UnaryOperator<PlanRecord> verb) {
    PlanRecord held = record(contractId);
    check.accept(held.version());
    return records.keep(RecordKind.FORWARD_PLAN, verb.apply(held), event, why);
  }

  /** The decision a step leads to; 404 when the contract has none such coming. */
  Decision decision(UUID contractId, DecisionKind kind, @Nullable LocalDate day, String code) {
    PlanRecord record = record(contractId);
    return of(record).stream()
        .filter(entry -> entry.decision() == kind)
        .filter(entry -> day == null || day.equals(entry.decisionDate()))
        .filter(entry -> entry.milestones().stream().anyMatch(m -> m.code().equals(code)))
        .findFirst()
        .map(entry -> new Decision(entry.decision(), entry.decisionDate()))
        .orElseThrow(
            () -> ProblemException.notFound("coming " + kind + " decision with a step", code));
  }
}
