package uk.carecontracts.contracts.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.calendar.WorkingDays;
import uk.carecontracts.contracts.forwardplan.BackSchedule;
import uk.carecontracts.contracts.forwardplan.MilestoneRule;
import uk.carecontracts.contracts.forwardplan.PolicyTerms;
import uk.carecontracts.contracts.options.DecisionKind;

/**
 * When tenders are expected, by the day the present contract ends: one lead for all contracts of a
 * policy and size. So the contracts of a stretch of tender days are found by the days they end.
 */
final class TenderDays {
  /** Where no policy schedules a tender. */
  static final LocalDate NEVER = Stretch.LAST;

  static final String STEP = "TENDER_NOTICE";
  private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);
  private static final int WORKED = 5;
  private static final long WEEKEND = 2;

  private final Map<String, PolicyTerms> own;
  private final List<PolicyTerms> policies = new ArrayList<>();
  private final WorkingDays calendar;
  private final LocalDate firstEnd;
  private final LocalDate lastEnd;

  /**
   * The days of contracts that end between two days.
   *
   * @param standard the policy of authorities without one
   * @param own policies of authorities
   */
  TenderDays(
      PolicyTerms standard,
      Map<String, PolicyTerms> own,
      WorkingDays calendar,
      LocalDate firstEnd,
      LocalDate lastEnd) {
    this.own = own;
    this.calendar = calendar;
    this.firstEnd = firstEnd;
    this.lastEnd = lastEnd;
    policies.add(standard);
    own.values().stream().filter(terms -> !policies.contains(terms)).forEach(policies::add);
  }

  /** An authority's policy, by its number. */
  record Lead(String authority, int policy, BigDecimal majorFrom) {}

  /** Contracts of a policy and size that end on a day are tendered on another. */
  record Expected(int policy, boolean major, LocalDate ends, LocalDate tender) {}

  /** The total value from which a contract is a major one where no policy of its own says. */
  BigDecimal majorFrom() {
    return policies.get(0).majorFrom();
  }

  /** Authorities with a policy of their own; all others have number 0. */
  List<Lead> leads() {
    return own.entrySet().stream()
        .map(
            each ->
                new Lead(
                    each.getKey(), policies.indexOf(each.getValue()), each.getValue().majorFrom()))
        .toList();
  }

  /** The stretch to begin with: after a place the tender day of that place. */
  Stretch first(@Nullable LocalDate after) {
    if (after != null) {
      return Stretch.beginning(after, after, lastEnd);
    }
    LocalDate earliest = firstEnd;
    for (PolicyTerms policy : policies) {
      for (boolean major : new boolean[] {true, false}) {
        LocalDate tender = tender(policy, major, firstEnd);
        earliest = tender.isBefore(earliest) ? tender : earliest;
      }
    }
    return Stretch.beginning(ALWAYS, earliest, lastEnd);
  }

  /** Which contracts are tendered in a stretch, by policy, size and the day they end. */
  List<Expected> in(Stretch stretch) {
    List<Expected> all = new ArrayList<>();
    for (int number = 0; number < policies.size(); number++) {
      collect(number, true, stretch, all);
      collect(number, false, stretch, all);
    }
    return all;
  }

  private void collect(int number, boolean major, Stretch stretch, List<Expected> all) {
    PolicyTerms policy = policies.get(number);
    Optional<MilestoneRule> rule = rule(policy);
    if (rule.isEmpty() && !stretch.to().equals(NEVER)) {
      return;
    }
    LocalDate sooner =
        rule.map(each -> soonest(each, policy, major, stretch.from())).orElse(firstEnd);
    LocalDate ends = sooner.isAfter(firstEnd) ? sooner : firstEnd;
    for (; !ends.isAfter(lastEnd); ends = ends.plusDays(1)) {
      LocalDate tender = tender(policy, major, ends);
      if (tender.isAfter(stretch.to())) {
        return;
      }
      if (!tender.isBefore(stretch.from())) {
        all.add(new Expected(number, major, ends, tender));
      }
    }
  }

  /** No contract that ends before is tendered from a day on: five working days take a week. */
  private static LocalDate soonest(
      MilestoneRule rule, PolicyTerms policy, boolean major, LocalDate tendered) {
    Integer days = major ? rule.majorWorkingDays() : rule.otherWorkingDays();
    return days == null
        ? tendered.plusMonths(policy.leadInMonths(major))
        : tendered.plusDays(days + days / WORKED * WEEKEND);
  }

  private LocalDate tender(PolicyTerms policy, boolean major, LocalDate ends) {
    return rule(policy)
        .map(rule -> new BackSchedule(policy, calendar, ends).due(rule, ends, major))
        .orElse(NEVER);
  }

  private static Optional<MilestoneRule> rule(PolicyTerms policy) {
    return policy.milestones().stream()
        .filter(rule -> rule.decision() == DecisionKind.END && rule.code().equals(STEP))
        .findFirst();
  }
}
