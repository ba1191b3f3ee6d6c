package uk.carecontracts.monitoring.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.monitoring.plans.PlanFixtures.END;
import static uk.carecontracts.monitoring.plans.PlanFixtures.RULES;
import static uk.carecontracts.monitoring.plans.PlanFixtures.START;
import static uk.carecontracts.monitoring.plans.PlanFixtures.TODAY;
import static uk.carecontracts.monitoring.plans.PlanFixtures.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import uk.carecontracts.monitoring.indicators.Frequency;
import uk.carecontracts.monitoring.indicators.Unit;
import uk.carecontracts.monitoring.risk.RiskTier;
import uk.carecontracts.monitoring.scorecards.Direction;

class FrequencyTest {
  private static IndicatorChoice choice(Frequency frequency) {
    return choice(frequency.name(), frequency);
  }

  private static IndicatorChoice choice(String code, Frequency frequency) {
    return new IndicatorChoice(
        code,
        code,
        "OUTCOME",
        "Outcome",
        Unit.COUNT,
        Direction.HIGHER_IS_BETTER,
        null,
        BigDecimal.TEN,
        BigDecimal.ONE,
        BigDecimal.ONE,
        true,
        frequency);
  }

  private static MonitoringPlan plan(RiskTier tier, Frequency... frequencies) {
    List<IndicatorChoice> choices = Stream.of(frequencies).map(FrequencyTest::choice).toList();
    return MonitoringPlan.open(contract(END, 1), choices, RULES, TODAY, tier, List.of());
  }

  /** The stretches an indicator is asked about, as first and last days. */
  private static List<String> stretches(MonitoringPlan plan, Frequency frequency) {
    return plan.state().periods().stream()
        .flatMap(
            period ->
                period.question(frequency.name()).stream()
                    .map(question -> question.from() + " " + period.periodEnd()))
        .toList();
  }

  /** Each day from the first on is asked about exactly once. */
  private static void assertAskedOnce(MonitoringPlan plan, String code, LocalDate since) {
    LocalDate next = since;
    for (Period period : plan.state().periods()) {
      Question question = period.question(code).orElse(null);
      if (question != null) {
        assertEquals(next, question.from(), code);
        next = period.periodEnd().plusDays(1);
      }
    }
    assertEquals(plan.state().endsOn().plusDays(1), next, code);
  }

  private static List<LocalDate> steps(int months) {
    return Stream.iterate(0, i -> i + months)
        .map(i -> START.plusMonths(i))
        .takeWhile(day -> !day.isAfter(END))
        .toList();
  }

  private static void assertWholeSteps(MonitoringPlan plan, Frequency frequency) {
    assertEquals(
        steps(frequency.months()),
        plan.state().periods().stream()
            .flatMap(period -> period.question(frequency.name()).stream())
            .map(Question::from)
            .toList());
  }

  @Test
  void a_quarterly_indicator_is_asked_each_quarter_although_the_tier_is_enhanced() {
    PlanState plan = plan(RiskTier.ENHANCED, Frequency.BY_TIER, Frequency.QUARTERLY).state();

    // five quarters have begun; from July 2026 on a return is due every month
    assertEquals(5 + 21, plan.periods().size());
    Period july = plan.periods().get(5);
    assertEquals(LocalDate.of(2026, 7, 31), july.periodEnd());
    assertEquals(
        List.of(Question.of(LocalDate.of(2026, 7, 1), 1, false, List.of("BY_TIER"))), july.asks());
    Period september = plan.periods().get(7);
    assertEquals(
        List.of(
            Question.of(LocalDate.of(2026, 7, 1), 3, true, List.of("QUARTERLY")),
            Question.of(LocalDate.of(2026, 9, 1), 1, false, List.of("BY_TIER"))),
        september.asks());
    assertEquals(
        "Asked every 3 months by its own frequency, whatever the risk tier",
        september.asks().get(0).why());
    assertEquals("Asked at the pace of the plan, every month", september.asks().get(1).why());
  }

  @Test
  void a_monthly_indicator_is_asked_each_month_although_the_tier_is_low() {
    MonitoringPlan plan = plan(RiskTier.LOW, Frequency.BY_TIER, Frequency.MONTHLY);

    assertWholeSteps(plan, Frequency.MONTHLY);
    assertEquals(36, plan.state().periods().size());
    // the pace of the plan: quarters that had begun when it opened, then years
    assertEquals(
        List.of(
            "2025-04-01 2025-06-30",
            "2025-07-01 2025-09-30",
            "2025-10-01 2025-12-31",
            "2026-01-01 2026-03-31",
            "2026-04-01 2026-06-30",
            "2026-07-01 2027-06-30",
            "2027-07-01 2028-03-31"),
        stretches(plan, Frequency.BY_TIER));
  }

  @Test
  void no_return_is_due_that_asks_nothing() {
    PlanState plan = plan(RiskTier.ENHANCED, Frequency.YEARLY).state();

    assertEquals(3, plan.periods().size());
    assertEquals(LocalDate.of(2026, 3, 31), plan.periods().get(0).periodEnd());
  }

  @Test
  void when_risk_rises_what_was_under_way_is_asked_sooner_and_about_every_day() {
    MonitoringPlan plan = plan(RiskTier.LOW, Frequency.BY_TIER, Frequency.QUARTERLY);
    LocalDate day = LocalDate.of(2026, 8, 15);

    plan.keepPace(RiskTier.HIGH, RULES, List.of(), day);
    assertWholeSteps(plan, Frequency.QUARTERLY);
    // the year from July had begun; its days are in the first return at the new pace
    assertEquals(
        List.of("2026-04-01 2026-06-30", "2026-07-01 2026-12-31", "2027-01-01 2027-03-31"),
        stretches(plan, Frequency.BY_TIER).subList(4, 7));
  }

  @Test
  void an_indicator_chosen_later_is_asked_about_the_days_no_return_has_reported() {
    MonitoringPlan plan = plan(RiskTier.HIGH, Frequency.BY_TIER);
    List<LocalDate> returned = List.of(START, LocalDate.of(2025, 7, 1));

    plan.choose(
        List.of(choice(Frequency.BY_TIER), choice(Frequency.MONTHLY), choice(Frequency.YEARLY)),
        RULES,
        returned,
        TODAY);
    PlanState after = plan.state();
    assertEquals(List.of("BY_TIER"), after.periods().get(0).asks().get(0).indicators());
    assertEquals(1, after.periods().get(1).asks().size());
    assertAskedOnce(plan, "MONTHLY", LocalDate.of(2025, 10, 1));
    assertAskedOnce(plan, "YEARLY", LocalDate.of(2025, 10, 1));
    assertAskedOnce(plan, "BY_TIER", START);
    // periods that have begun keep their length, so the first months come together
    assertEquals(
        List.of("2025-10-01 2025-12-31", "2026-01-01 2026-03-31", "2026-04-01 2026-06-30"),
        stretches(plan, Frequency.MONTHLY).subList(0, 3));
    assertEquals("2026-07-01 2026-07-31", stretches(plan, Frequency.MONTHLY).get(3));
    assertEquals("2025-10-01 2026-03-31", stretches(plan, Frequency.YEARLY).get(0));
  }

  @Property
  void whatever_the_tiers_in_turn_each_indicator_is_asked_once_per_period_of_its_own(
      @ForAll @Size(max = 8) List<RiskTier> tiers,
      @ForAll @IntRange(min = 0, max = 120) int apart) {
    MonitoringPlan plan = plan(null, Frequency.values());
    LocalDate day = TODAY;
    for (RiskTier tier : tiers) {
      plan.keepPace(tier, RULES, List.of(), day);
      for (Frequency frequency : Frequency.values()) {
        if (frequency.own()) {
          assertWholeSteps(plan, frequency);
        }
        assertAskedOnce(plan, frequency.name(), START);
      }
      assertTrue(plan.state().periods().stream().noneMatch(p -> p.asks().isEmpty()));
      day = day.plusDays(apart);
    }
  }

  @Property
  void whatever_is_returned_chosen_and_extended_in_between_no_day_is_lost_or_asked_twice(
      @ForAll @Size(min = 1, max = 8) List<RiskTier> tiers,
      @ForAll @Size(min = 5, max = 5) List<Frequency> second,
      @ForAll @Size(max = 5) List<@IntRange(min = 0, max = 40) Integer> handedIn,
      @ForAll @IntRange(min = 0, max = 1200) int extension,
      @ForAll @IntRange(min = 0, max = 120) int apart) {
    MonitoringPlan plan = plan(null, Frequency.values());
    Set<LocalDate> returned = new TreeSet<>();
    LocalDate day = TODAY;
    for (int step = 0; step < tiers.size(); step++) {
      plan.keepPace(tiers.get(step), RULES, returned, day);
      if (step < handedIn.size()) {
        List<Period> periods = plan.state().periods();
        returned.add(periods.get(handedIn.get(step) % periods.size()).periodStart());
      }
      if (step == 1) {
        List<IndicatorChoice> choices = new ArrayList<>();
        for (Frequency code : Frequency.values()) {
          choices.add(choice(code.name(), second.get(code.ordinal())));
        }
        List<Period> before =
            plan.state().periods().stream()
                .filter(period -> returned.contains(period.periodStart()))
                .toList();
        plan.choose(choices, RULES, returned, day);
        assertTrue(plan.state().periods().containsAll(before));
      }
      if (step == 2) {
        plan.follow(contract(END.plusDays(extension), 2), RULES, returned, day);
      }
      for (Frequency code : Frequency.values()) {
        assertAskedOnce(plan, code.name(), START);
      }
      day = day.plusDays(apart);
    }
    assertFalse(plan.state().periods().isEmpty());
  }
}
