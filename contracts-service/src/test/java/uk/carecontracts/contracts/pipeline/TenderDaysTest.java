package uk.carecontracts.contracts.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.calendar.WorkingDays;
import uk.carecontracts.contracts.forwardplan.MilestoneRule;
import uk.carecontracts.contracts.forwardplan.PolicyTerms;
import uk.carecontracts.contracts.options.DecisionKind;

class TenderDaysTest {
  private static final WorkingDays CALENDAR = new WorkingDays(Set.of(LocalDate.of(2026, 12, 25)));
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 22);

  private static PolicyTerms policy(String step, Integer majorDays, Integer otherDays) {
    return new PolicyTerms(
        FIRST,
        "s",
        new BigDecimal("1000000"),
        24,
        12,
        10,
        20,
        8,
        Map.of(),
        List.of(new MilestoneRule(DecisionKind.END, step, "t", majorDays, otherDays)));
  }

  private static TenderDays days(PolicyTerms own, LocalDate lastEnd) {
    return new TenderDays(
        policy("TENDER_NOTICE", 210, 120), Map.of("E10000017", own), CALENDAR, FIRST, lastEnd);
  }

  private static List<TenderDays.Expected> all(TenderDays days, LocalDate lastEnd, Stretch first) {
    List<TenderDays.Expected> found = new ArrayList<>();
    Optional<Stretch> next = Optional.of(first);
    while (next.isPresent()) {
      Stretch stretch = next.get();
      List<TenderDays.Expected> some = days.in(stretch);
      assertTrue(
          some.stream()
              .allMatch(
                  each ->
                      !each.tender().isBefore(stretch.from())
                          && !each.tender().isAfter(stretch.to())));
      found.addAll(some);
      next = stretch.next(lastEnd);
    }
    return found;
  }

  @Property(tries = 25)
  void every_end_has_its_tender_in_exactly_one_stretch(
      @ForAll @IntRange(min = 0, max = 500) int lastEnd,
      @ForAll @IntRange(min = 0, max = 150) int majorDays) {
    LocalDate last = FIRST.plusDays(lastEnd);
    TenderDays days = days(policy("TENDER_NOTICE", majorDays, null), last);
    LocalDate month = CALENDAR.onOrBefore(last.minusMonths(12));
    List<TenderDays.Expected> found = all(days, last, days.first(null));
    assertEquals(4 * (lastEnd + 1), found.size());
    assertEquals(found.size(), Set.copyOf(found).size());
    assertEquals(
        CALENDAR.before(last, majorDays),
        found.stream()
            .filter(each -> each.policy() == 1 && each.major() && each.ends().equals(last))
            .map(TenderDays.Expected::tender)
            .findFirst()
            .orElseThrow());
    assertTrue(found.contains(new TenderDays.Expected(1, false, last, month)));
  }

  @Test
  void what_no_policy_schedules_comes_in_the_last_stretch() {
    LocalDate last = FIRST.plusDays(800);
    TenderDays days = days(policy("AWARD", 1, 1), last);
    assertEquals(
        2 * 801,
        all(days, last, days.first(null)).stream()
            .filter(each -> each.tender().equals(TenderDays.NEVER))
            .count());
    assertEquals(TenderDays.NEVER, days.first(TenderDays.NEVER).to());
    assertTrue(days.in(days.first(TenderDays.NEVER)).stream().allMatch(each -> each.policy() == 1));
  }

  @Test
  void after_a_place_its_own_day_comes_again_and_nothing_before_it() {
    LocalDate place = LocalDate.of(2027, 3, 1);
    LocalDate last = FIRST.plusDays(1000);
    TenderDays days = days(policy("TENDER_NOTICE", 5, 5), last);
    assertEquals(place, days.first(place).from());
    assertTrue(
        all(days, last, days.first(place)).stream()
            .noneMatch(each -> each.tender().isBefore(place)));
  }
}
