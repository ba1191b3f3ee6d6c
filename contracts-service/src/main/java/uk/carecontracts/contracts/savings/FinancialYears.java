package uk.carecontracts.contracts.savings;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Financial years of councils, from April to March, named as 2026-27. */
final class FinancialYears {
  private static final int APRIL = 4;

  private FinancialYears() {}

  static String of(YearMonth month) {
    int begins = month.getMonthValue() >= APRIL ? month.getYear() : month.getYear() - 1;
    return "%d-%02d".formatted(begins, (begins + 1) % 100);
  }

  /** The names of the years that a stretch of time touches, in order. */
  static List<String> between(LocalDate from, LocalDate to) {
    return Stream.iterate(
            YearMonth.from(from), month -> !month.isAfter(YearMonth.from(to)), m -> m.plusMonths(1))
        .map(FinancialYears::of)
        .distinct()
        .toList();
  }
}
