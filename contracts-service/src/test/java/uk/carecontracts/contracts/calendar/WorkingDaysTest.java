package uk.carecontracts.contracts.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
  private static final WorkingDays CHRISTMAS_2026 =
      new WorkingDays(
          Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 1)));

  @ParameterizedTest
  @CsvSource({
    "2026-12-24, 0, 2026-12-24",
    "2026-12-29, 1, 2026-12-24",
    "2026-12-27, 0, 2026-12-24",
    "2026-12-28, 1, 2026-12-23",
    "2027-01-04, 3, 2026-12-29",
    "2027-01-04, 4, 2026-12-24"
  })
  void counts_back_over_weekends_and_bank_holidays(LocalDate from, int days, LocalDate expected) {
    assertEquals(expected, CHRISTMAS_2026.before(from, days));
  }

  @Test
  void substitute_days_are_not_worked() {
    assertFalse(CHRISTMAS_2026.isWorkingDay(LocalDate.of(2026, 12, 28)));
    assertTrue(CHRISTMAS_2026.isWorkingDay(LocalDate.of(2026, 12, 29)));
    assertEquals(4, CHRISTMAS_2026.between(LocalDate.of(2026, 12, 24), LocalDate.of(2027, 1, 4)));
  }

  @Property
  void counting_is_as_looking_at_every_day(
      @ForAll @IntRange(min = -90_000, max = 90_000) int start,
      @ForAll @IntRange(max = 800) int length) {
    LocalDate from = LocalDate.of(2026, 12, 20).plusDays(start);
    LocalDate to = from.plusDays(length);
    long worked =
        from.plusDays(1).datesUntil(to.plusDays(1)).filter(CHRISTMAS_2026::isWorkingDay).count();
    assertEquals(worked, CHRISTMAS_2026.between(from, to));
  }

  @Test
  void counts_over_the_thousands_of_years_some_registers_write_for_no_end() {
    LocalDate monday = LocalDate.of(2026, 11, 23);
    assertEquals(
        5 * 52_000 * 8, new WorkingDays(Set.of()).between(monday, monday.plusWeeks(416_000)));
  }

  @Property
  void counting_back_and_forth_agree(
      @ForAll @IntRange(max = 4000) int start, @ForAll @IntRange(max = 600) int days) {
    LocalDate from = CHRISTMAS_2026.onOrBefore(LocalDate.of(2024, 1, 1).plusDays(start));
    LocalDate to = CHRISTMAS_2026.before(from, days);
    assertTrue(CHRISTMAS_2026.isWorkingDay(to));
    assertEquals(days, CHRISTMAS_2026.between(to, from));
    assertEquals(-days, CHRISTMAS_2026.between(from, to));
  }
}
