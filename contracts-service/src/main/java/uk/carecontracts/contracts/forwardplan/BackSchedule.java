package uk.carecontracts.contracts.forwardplan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.calendar.WorkingDays;
import uk.carecontracts.contracts.forwardplan.PlanEntry.Milestone;
import uk.carecontracts.contracts.forwardplan.PlanEntry.MilestoneStatus;
import uk.carecontracts.kit.money.Money;

/**
 * Schedules the steps towards a decision back from its day, in working days, and says how late they
 * are (DOMAIN.md, S4).
 *
 * @param policy how far ahead
 * @param calendar which days are worked
 * @param today the day it is
 */
public record BackSchedule(PolicyTerms policy, WorkingDays calendar, LocalDate today) {

  /** The plan for one decision about a contract. */
  public PlanEntry entry(PlannedContract contract, Decision decision, PlanRecord record) {
    boolean major = policy.isMajor(contract.total());
    List<Milestone> steps =
        policy.milestones().stream()
            .filter(rule -> rule.decision() == decision.kind())
            .map(rule -> milestone(rule, decision, major, record))
            .sorted(Comparator.comparing(Milestone::due))
            .toList();
    Rag rag = steps.stream().map(Milestone::rag).reduce(Rag.GREEN, Rag::or);
    Optional<Milestone> worst =
        steps.stream()
            .filter(Milestone::isOpen)
            .filter(step -> step.rag() == rag)
            .max(Comparator.comparing(Milestone::workingDaysLate));
    return new PlanEntry(
        contract.id(),
        contract.reference(),
        contract.title(),
        team(contract, record),
        record.intention(),
        Money.gbp(contract.total()),
        Money.gbp(contract.annual()),
        decision.kind(),
        decision.day(),
        major,
        policy.leadInMonths(major),
        steps.isEmpty() ? decision.day() : steps.get(0).due(),
        rag,
        worst.map(Milestone::workingDaysLate).orElse(0),
        worst.map(step -> explanation(step, rag)).orElse("Every step so far is taken in time."),
        steps);
  }

  /** Who works on a contract. */
  static String team(PlannedContract contract, PlanRecord record) {
    return Optional.ofNullable(record.team())
        .or(() -> Optional.ofNullable(contract.department()))
        .filter(name -> !name.isBlank())
        .orElse("Unassigned");
  }

  /** The day the policy gives a step. */
  public LocalDate due(MilestoneRule rule, LocalDate decisionDay, boolean major) {
    Integer days = major ? rule.majorWorkingDays() : rule.otherWorkingDays();
    return days == null
        ? calendar.onOrBefore(decisionDay.minusMonths(policy.leadInMonths(major)))
        : calendar.before(decisionDay, days);
  }

  private Milestone milestone(
      MilestoneRule rule, Decision decision, boolean major, PlanRecord record) {
    LocalDate scheduled = due(rule, decision.day(), major);
    PlanRecord.Move move = record.move(decision, rule.code()).orElse(null);
    LocalDate due = move == null ? scheduled : move.to();
    PlanRecord.Done done = record.completion(decision, rule.code()).orElse(null);
    LocalDate taken = done == null ? null : done.on();
    int late = Math.max(0, calendar.between(due, taken == null ? today : taken));
    MilestoneStatus status = status(due, taken);
    return new Milestone(
        rule.code(),
        rule.title(),
        due,
        move == null ? null : scheduled,
        move == null ? null : move.reason(),
        taken,
        done == null ? null : done.evidence(),
        status,
        late,
        rag(status, late));
  }

  private MilestoneStatus status(LocalDate due, @Nullable LocalDate taken) {
    if (taken != null) {
      return MilestoneStatus.DONE;
    }
    if (due.isBefore(today)) {
      return MilestoneStatus.LATE;
    }
    return calendar.between(today, due) <= policy.dueSoonWorkingDays()
        ? MilestoneStatus.DUE_SOON
        : MilestoneStatus.PLANNED;
  }

  private Rag rag(MilestoneStatus status, int late) {
    return switch (status) {
      case DONE, PLANNED -> Rag.GREEN;
      case DUE_SOON -> Rag.AMBER;
      case LATE -> late > policy.amberWorkingDays() ? Rag.RED : Rag.AMBER;
    };
  }

  private static String explanation(Milestone step, Rag rag) {
    return switch (rag) {
      case GREEN -> "The next step, " + step.code() + ", is due on " + step.due() + ".";
      case AMBER, RED ->
          step.status() == MilestoneStatus.LATE
              ? step.code()
                  + " was due on "
                  + step.due()
                  + " and is "
                  + step.workingDaysLate()
                  + " working days late."
              : step.code() + " is due on " + step.due() + ".";
    };
  }
}
