package uk.carecontracts.monitoring.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.monitoring.plans.PlanFixtures.END;
import static uk.carecontracts.monitoring.plans.PlanFixtures.RULES;
import static uk.carecontracts.monitoring.plans.PlanFixtures.START;
import static uk.carecontracts.monitoring.plans.PlanFixtures.TODAY;
import static uk.carecontracts.monitoring.plans.PlanFixtures.contract;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.risk.RiskTier;

class RhythmTest {
  private static MonitoringPlan plan(RiskTier tier) {
    return MonitoringPlan.open(contract(END, 1), List.of(), RULES, TODAY, tier, List.of());
  }

  private static void assertWithoutGaps(MonitoringPlan plan, LocalDate end) {
    LocalDate next = START;
    for (Period period : plan.state().periods()) {
      assertEquals(next, period.periodStart());
      assertEquals(period.periodEnd().plusDays(20), period.dueOn());
      next = period.periodEnd().plusDays(1);
    }
    assertEquals(end.plusDays(1), next);
  }

  @Test
  void a_plan_opens_at_the_pace_of_its_tier_from_the_next_period_on() {
    PlanState plan = plan(RiskTier.MEDIUM).state();

    assertEquals(6, plan.frequencyMonths());
    assertEquals(LocalDate.of(2026, 7, 1), plan.frequencySince());
    assertEquals(1, plan.version());
    // five quarters have begun, then half-years: July 2026 to March 2028 leaves 3.5 of them
    assertEquals(5 + 4, plan.periods().size());
    assertEquals(LocalDate.of(2026, 12, 31), plan.periods().get(5).periodEnd());
    assertEquals(LocalDate.of(2027, 1, 20), plan.periods().get(5).dueOn());
  }

  @Test
  void a_higher_tier_shortens_only_the_periods_that_have_not_begun() {
    MonitoringPlan plan = plan(RiskTier.HIGH);
    List<Period> before = plan.state().periods();

    assertTrue(plan.keepPace(RiskTier.ENHANCED, RULES, List.of(), TODAY));
    PlanState after = plan.state();
    assertEquals(before.subList(0, 5), after.periods().subList(0, 5));
    assertEquals(1, after.frequencyMonths());
    assertEquals(5 + 21, after.periods().size());
    assertEquals(2, after.version());
    assertFalse(plan.keepPace(RiskTier.ENHANCED, RULES, List.of(), TODAY));
  }

  @Test
  void a_period_with_a_return_stays_even_when_it_lies_ahead() {
    MonitoringPlan plan = plan(RiskTier.HIGH);
    LocalDate ahead = LocalDate.of(2026, 7, 1);

    plan.keepPace(RiskTier.LOW, RULES, List.of(ahead), TODAY);
    Period kept = plan.state().periods().get(5);
    assertEquals(ahead, kept.periodStart());
    assertEquals(LocalDate.of(2026, 9, 30), kept.periodEnd());
    assertWithoutGaps(plan, END);
  }

  @Test
  void a_plan_that_was_slowed_down_still_follows_a_new_end() {
    MonitoringPlan plan = plan(RiskTier.LOW);
    LocalDate later = LocalDate.of(2029, 3, 31);

    plan.follow(contract(later, 2), RULES, List.of(), TODAY);
    assertWithoutGaps(plan, later);
    LocalDate sooner = LocalDate.of(2026, 5, 31);
    plan.follow(contract(sooner, 3), RULES, List.of(), TODAY);
    assertWithoutGaps(plan, sooner);
  }

  @Property
  void whatever_the_tiers_in_turn_no_day_is_left_out_or_reported_twice(
      @ForAll List<RiskTier> tiers, @ForAll @IntRange(min = 0, max = 90) int apart) {
    MonitoringPlan plan = plan(null);
    LocalDate day = TODAY;
    for (RiskTier tier : tiers.subList(0, Math.min(tiers.size(), 12))) {
      plan.keepPace(tier, RULES, List.of(), day);
      assertWithoutGaps(plan, END);
      day = day.plusDays(apart);
    }
  }
}
