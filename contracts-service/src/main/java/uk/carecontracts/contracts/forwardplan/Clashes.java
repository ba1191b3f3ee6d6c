package uk.carecontracts.contracts.forwardplan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.carecontracts.contracts.forwardplan.PlanEntry.Milestone;

/**
 * Finds what clashes in a plan.
 *
 * @param schedule policy, calendar and today
 * @param categories the category of each contract, for suppliers asked twice at once
 */
record Clashes(BackSchedule schedule, Map<UUID, String> categories) {
  /** Suppliers write one tender at a time: five weeks, about the Act's usual minimum period. */
  static final int SAME_MARKET_WORKING_DAYS = 25;

  private static final String TENDER = "TENDER_NOTICE";

  private record Step(PlanEntry entry, Milestone milestone) {}

  /** Every clash of a plan. */
  List<Clash> of(List<PlanEntry> plan) {
    List<Step> open =
        plan.stream()
            .flatMap(entry -> entry.milestones().stream().map(m -> new Step(entry, m)))
            .filter(step -> step.milestone().isOpen())
            .toList();
    List<Clash> found = new ArrayList<>();
    plan.forEach(entry -> withinEntry(entry, found));
    overCapacity(open, found);
    sameMarket(open, found);
    return found;
  }

  private void overCapacity(List<Step> open, List<Clash> found) {
    Map<String, List<Step>> byTeamAndMonth =
        open.stream()
            .collect(
                Collectors.groupingBy(
                    step -> YearMonth.from(step.milestone().due()) + " " + step.entry().team(),
                    TreeMap::new,
                    Collectors.toList()));
    byTeamAndMonth.forEach(
        (key, steps) -> {
          String team = steps.get(0).entry().team();
          int capacity = schedule.policy().capacityOf(team);
          if (steps.size() > capacity) {
            String month = key.substring(0, 7);
            found.add(
                new Clash(
                    Clash.Kind.OVER_CAPACITY,
                    team,
                    month,
                    references(steps),
                    team
                        + " has "
                        + steps.size()
                        + " steps in "
                        + month
                        + " and can take "
                        + capacity
                        + "."));
          }
        });
  }

  private void sameMarket(List<Step> open, List<Clash> found) {
    Map<String, List<Step>> byCategory =
        open.stream()
            .filter(step -> step.milestone().code().equals(TENDER))
            .filter(step -> categories.containsKey(step.entry().contractId()))
            .sorted(Comparator.comparing(step -> step.milestone().due()))
            .collect(
                Collectors.groupingBy(
                    step -> categories.get(step.entry().contractId()),
                    TreeMap::new,
                    Collectors.toList()));
    byCategory.forEach(
        (category, steps) -> {
          for (int i = 1; i < steps.size(); i++) {
            Step one = steps.get(i - 1);
            Step other = steps.get(i);
            int apart = schedule.calendar().between(one.milestone().due(), other.milestone().due());
            if (apart < SAME_MARKET_WORKING_DAYS) {
              found.add(
                  new Clash(
                      Clash.Kind.SAME_MARKET,
                      null,
                      YearMonth.from(other.milestone().due()).toString(),
                      references(List.of(one, other)),
                      "Two tenders of category "
                          + category
                          + " are "
                          + apart
                          + " working days apart; suppliers would write both at once."));
            }
          }
        });
  }

  private void withinEntry(PlanEntry entry, List<Clash> found) {
    LocalDate before = null;
    List<String> order =
        schedule.policy().milestones().stream()
            .filter(rule -> rule.decision() == entry.decision())
            .sorted(
                Comparator.comparing(
                    rule -> schedule.due(rule, entry.decisionDate(), entry.major())))
            .map(MilestoneRule::code)
            .toList();
    for (String code : order) {
      Milestone step =
          entry.milestones().stream().filter(m -> m.code().equals(code)).findFirst().orElseThrow();
      if (step.isOpen()) {
        single(entry, step, found);
        if (before != null && step.due().isBefore(before)) {
          found.add(
              clash(
                  Clash.Kind.OUT_OF_ORDER,
                  entry,
                  code
                      + " on "
                      + step.due()
                      + " comes before a step it builds on, "
                      + before
                      + "."));
        }
      }
      before = before == null || step.due().isAfter(before) ? step.due() : before;
    }
  }

  private void single(PlanEntry entry, Milestone step, List<Clash> found) {
    if (step.due().isAfter(entry.decisionDate())) {
      found.add(
          clash(
              Clash.Kind.AFTER_DECISION,
              entry,
              step.code()
                  + " on "
                  + step.due()
                  + " comes after the last day, "
                  + entry.decisionDate()
                  + "."));
    }
    if (step.due().isBefore(schedule.today())) {
      found.add(
          clash(
              Clash.Kind.IN_THE_PAST,
              entry,
              step.code() + " is due on " + step.due() + ", which has passed."));
    }
    if (!schedule.calendar().isWorkingDay(step.due())) {
      found.add(
          clash(
              Clash.Kind.NOT_A_WORKING_DAY,
              entry,
              step.code() + " is due on " + step.due() + ", which is not worked."));
    }
  }

  private static Clash clash(Clash.Kind kind, PlanEntry entry, String message) {
    return new Clash(
        kind, entry.team(), null, List.of(entry.reference()), entry.reference() + ": " + message);
  }

  private static List<String> references(List<Step> steps) {
    return steps.stream().map(step -> step.entry().reference()).distinct().sorted().toList();
  }
}
