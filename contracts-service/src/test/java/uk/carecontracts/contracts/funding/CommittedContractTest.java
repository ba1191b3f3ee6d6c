package uk.carecontracts.contracts.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.contracts.spend.FinancialYear;

class CommittedContractTest {
  private static CommittedContract contract(
      String total, LocalDate start, LocalDate end, @Nullable LocalDate ended) {
    return new CommittedContract(
        UUID.randomUUID(), "R", new BigDecimal(total), null, start, end, ended);
  }

  @ParameterizedTest
  @CsvSource({
    "2026, 100000.00",
    "2025, 0.00",
    "2027, 100273.97",
  })
  void a_total_is_spread_over_the_days_of_the_term(int year, String committed) {
    // 1,095 days: 365 of them in 2026-27, 366 in the leap year after
    CommittedContract contract =
        contract("300000", LocalDate.of(2026, 4, 1), LocalDate.of(2029, 3, 30), null);
    FinancialYear of = new FinancialYear(year);
    BigDecimal found = contract.between(of.first(), of.last()).setScale(2, RoundingMode.HALF_UP);
    assertEquals(new BigDecimal(committed), found);
  }

  @Test
  void a_contract_that_ended_early_commits_nothing_after() {
    CommittedContract contract =
        contract(
            "3650", LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31), LocalDate.of(2026, 4, 10));
    FinancialYear year = new FinancialYear(2026);
    assertEquals(0, new BigDecimal("100").compareTo(contract.between(year.first(), year.last())));
  }

  @ParameterizedTest
  @CsvSource({"2025, 18200.00", "2026, 36500.00", "2027, 2991.80", "2028, 0.00"})
  void without_a_total_the_annual_value_counts_for_the_days_it_runs(int year, String committed) {
    CommittedContract contract =
        new CommittedContract(
            UUID.randomUUID(),
            "R",
            null,
            new BigDecimal("36500"),
            LocalDate.of(2025, 10, 1),
            LocalDate.of(2030, 3, 31),
            LocalDate.of(2027, 4, 30));
    FinancialYear of = new FinancialYear(year);
    assertEquals(
        new BigDecimal(committed),
        contract.between(of.first(), of.last()).setScale(2, RoundingMode.HALF_UP));
  }

  @Property
  void the_years_of_a_contract_add_up_to_its_total(
      @ForAll @IntRange(min = 14_000, max = 30_000) int start,
      @ForAll @IntRange(max = 5_000) int days,
      @ForAll @IntRange(max = 2_000_000_000) int pence) {
    LocalDate first = LocalDate.ofEpochDay(start);
    LocalDate last = first.plusDays(days);
    CommittedContract contract =
        contract(BigDecimal.valueOf(pence, 2).toPlainString(), first, last, null);
    BigDecimal sum = BigDecimal.ZERO;
    for (int year = FinancialYear.of(first).start();
        year <= FinancialYear.of(last).start();
        year++) {
      FinancialYear of = new FinancialYear(year);
      sum = sum.add(contract.between(of.first(), of.last()));
    }
    assertEquals(
        BigDecimal.valueOf(pence, 2), sum.setScale(2, RoundingMode.HALF_UP), contract::toString);
  }
}
