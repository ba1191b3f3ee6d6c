package uk.carecontracts.contracts.forwardplan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.options.DecisionKind;
import uk.carecontracts.kit.problem.ProblemException;

/** Tries dates out: what a plan would be, and which clashes would come and go. Keeps nothing. */
public final class WhatIf {
  private WhatIf() {}

  /**
   * A date moved on trial.
   *
   * @param contractId the contract
   * @param decision the decision
   * @param milestone the step to move; the decision's own day, with every step, when left out
   * @param to the new day
   */
  public record Trial(
      @NotNull UUID contractId,
      @NotNull DecisionKind decision,
      @Nullable @Size(max = 60) String milestone,
      @NotNull LocalDate to) {}

  /** Dates moved together. */
  public record Request(@NotEmpty @Valid @Size(max = 100) List<Trial> moves) {}

  /**
   * What would come of it.
   *
   * @param before the entries as they are
   * @param after the same entries with the dates moved
   * @param newClashes clashes that would come
   * @param resolvedClashes clashes that would go
   */
  public record Answer(
      List<PlanEntry> before,
      List<PlanEntry> after,
      List<Clash> newClashes,
      List<Clash> resolvedClashes) {}

  /** Moves the dates of a plan on trial. */
  static Answer of(Request request, List<ContractDecision> decisions, BackSchedule schedule) {
    List<ContractDecision> moved = new ArrayList<>(decisions);
    Set<Integer> touched = new HashSet<>();
    for (Trial trial : request.moves()) {
      int place = place(moved, trial);
      touched.add(place);
      moved.set(place, move(moved.get(place), trial, schedule));
    }
    List<PlanEntry> before = plan(decisions, schedule);
    List<PlanEntry> after = plan(moved, schedule);
    Clashes finder = new Clashes(schedule, categories(decisions));
    List<Clash> clashesBefore = finder.of(before);
    List<Clash> clashesAfter = finder.of(after);
    return new Answer(
        touched.stream().sorted().map(before::get).toList(),
        touched.stream().sorted().map(after::get).toList(),
        clashesAfter.stream().filter(each -> !clashesBefore.contains(each)).toList(),
        clashesBefore.stream().filter(each -> !clashesAfter.contains(each)).toList());
  }

  /** The category by which suppliers of a contract know it: the first code it has. */
  static Map<UUID, String> categories(List<ContractDecision> decisions) {
    return decisions.stream()
        .map(ContractDecision::contract)
        .filter(contract -> !contract.categories().isEmpty())
        .collect(
            Collectors.toMap(
                PlannedContract::id, contract -> contract.categories().get(0), (a, b) -> a));
  }

  private static List<PlanEntry> plan(List<ContractDecision> decisions, BackSchedule schedule) {
    return decisions.stream()
        .map(each -> schedule.entry(each.contract(), each.decision(), each.record()))
        .toList();
  }

  private static int place(List<ContractDecision> decisions, Trial trial) {
    for (int i = 0; i < decisions.size(); i++) {
      ContractDecision each = decisions.get(i);
      if (each.contract().id().equals(trial.contractId())
          && each.decision().kind() == trial.decision()) {
        return i;
      }
    }
    throw ProblemException.notFound(
        "coming " + trial.decision() + " decision of contract", trial.contractId());
  }

  private static ContractDecision move(ContractDecision each, Trial trial, BackSchedule schedule) {
    Decision decision = each.decision();
    if (trial.milestone() == null) {
      return new ContractDecision(
          each.contract(),
          new Decision(decision.kind(), trial.to()),
          each.record().redated(decision, trial.to()));
    }
    boolean known =
        schedule.policy().milestones().stream()
            .anyMatch(
                rule ->
                    rule.decision() == decision.kind() && rule.code().equals(trial.milestone()));
    if (!known) {
      throw ProblemException.notFound("step towards " + decision.kind(), trial.milestone());
    }
    return new ContractDecision(
        each.contract(),
        decision,
        each.record().moving(decision, trial.milestone(), trial.to(), "What if"));
  }
}
