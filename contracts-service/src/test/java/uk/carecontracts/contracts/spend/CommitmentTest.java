package uk.carecontracts.contracts.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.kit.problem.ProblemException;

class CommitmentTest {
  @ParameterizedTest
  @CsvSource({"2024-03-31,2023-24", "2024-04-01,2024-25", "1999-12-31,1999-00"})
  void a_financial_year_begins_in_april(LocalDate day, String label) {
    FinancialYear year = FinancialYear.of(day);
    assertEquals(label, year.label());
    assertEquals(year, FinancialYear.parse("financialYear", label));
    assertTrue(!day.isBefore(year.first()) && !day.isAfter(year.last()));
  }

  @ParameterizedTest
  @CsvSource({"2024-26", "2024", "24-25", "2024/25"})
  void what_is_not_a_financial_year_is_refused(String label) {
    assertThrows(ProblemException.class, () -> FinancialYear.parse("financialYear", label));
  }

  @Test
  void a_total_is_spread_over_the_days_of_the_term() {
    Commitment commitment =
        new Commitment(
            new BigDecimal("146100.00"),
            null,
            LocalDate.of(2024, 10, 1),
            LocalDate.of(2028, 9, 30),
            null);
    assertEquals(new BigDecimal("18200.00"), commitment.in(new FinancialYear(2024)));
    assertEquals(new BigDecimal("36500.00"), commitment.in(new FinancialYear(2025)));
    assertEquals(new BigDecimal("0.00"), commitment.in(new FinancialYear(2029)));
  }

  @Test
  void an_annual_value_counts_for_the_part_of_the_year_it_runs() {
    Commitment commitment =
        new Commitment(
            null,
            new BigDecimal("36500.00"),
            LocalDate.of(2025, 10, 1),
            LocalDate.of(2030, 3, 31),
            LocalDate.of(2027, 4, 30));
    assertEquals(new BigDecimal("18200.00"), commitment.in(new FinancialYear(2025)));
    assertEquals(new BigDecimal("36500.00"), commitment.in(new FinancialYear(2026)));
    assertEquals(new BigDecimal("2991.80"), commitment.in(new FinancialYear(2027)));
    assertNull(
        new Commitment(null, null, LocalDate.EPOCH, LocalDate.EPOCH, null)
            .in(new FinancialYear(1969)));
  }

  @Property
  void the_years_of_a_contract_add_up_to_its_total(
      @ForAll @LongRange(max = 10_000_000_000L) long pence,
      @ForAll @IntRange(max = 4000) int startDay,
      @ForAll @IntRange(max = 5000) int days) {
    LocalDate start = LocalDate.of(2015, 1, 1).plusDays(startDay);
    LocalDate end = start.plusDays(days);
    BigDecimal total = BigDecimal.valueOf(pence, 2);
    Commitment commitment = new Commitment(total, null, start, end, null);
    BigDecimal sum = BigDecimal.ZERO;
    for (int year = 2014; year <= 2041; year++) {
      BigDecimal part = commitment.in(new FinancialYear(year));
      assertTrue(part != null && part.signum() >= 0);
      sum = sum.add(part);
    }
    assertEquals(total, sum.setScale(2));
  }
}
