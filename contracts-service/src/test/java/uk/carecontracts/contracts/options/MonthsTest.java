package uk.carecontracts.contracts.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthsTest {
  @ParameterizedTest
  @CsvSource({
    "2030-03-31, 12, 2031-03-31",
    "2027-02-28, 12, 2028-02-29",
    "2028-02-29, 12, 2029-02-28",
    "2030-06-30, 1, 2030-07-31",
    "2030-12-31, 24, 2032-12-31",
    "2030-01-14, 6, 2030-07-14"
  })
  void a_term_that_ends_with_a_month_ends_with_a_month_when_it_is_longer(
      LocalDate end, int months, LocalDate longer) {
    assertEquals(longer, Months.longer(end, months));
  }

  @ParameterizedTest
  @CsvSource({
    "2030-03-31, 6, 2029-09-30",
    "2030-03-31, 0, 2030-03-31",
    "2028-02-29, 12, 2027-02-28",
    "2030-05-31, 3, 2030-02-28"
  })
  void notice_is_in_time_on_the_last_day_that_leaves_whole_months(
      LocalDate end, int notice, LocalDate deadline) {
    assertEquals(deadline, Months.noticeBy(end, notice));
  }

  @Property
  void more_notice_is_never_due_later_and_more_months_never_end_earlier(
      @ForAll @IntRange(min = 0, max = 40_000) int day,
      @ForAll @IntRange(min = 0, max = 120) int months) {
    LocalDate end = LocalDate.ofEpochDay(day);
    assertFalse(Months.noticeBy(end, months + 1).isAfter(Months.noticeBy(end, months)));
    assertFalse(Months.longer(end, months + 1).isBefore(Months.longer(end, months)));
    assertTrue(!Months.noticeBy(end, months).isAfter(end));
  }
}
