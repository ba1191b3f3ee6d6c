package uk.carecontracts.contracts.savings;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvLists;
import uk.carecontracts.kit.money.Money;

/** Savings programmes as a table, a line for each; its years stand in one cell. */
final class ProgrammeCsv {
  static final CsvLists.Sheet<SavingsProgramme> SHEET =
      new CsvLists.Sheet<>(
          "savings-programmes",
          List.of(
              "id",
              "name",
              "from",
              "to",
              "target",
              "currency",
              "targetsByYear",
              "amberPercent",
              "source"),
          programme -> programme.id(),
          ProgrammeCsv::cells);

  private ProgrammeCsv() {}

  private static List<@Nullable Object> cells(SavingsProgramme programme) {
    ProgrammeTerms terms = programme.terms();
    return Arrays.asList(
        programme.id(),
        terms.name(),
        terms.from(),
        terms.to(),
        programme.target(),
        programme.target().currency(),
        new TreeMap<>(terms.targets())
            .entrySet().stream()
                .map(
                    year ->
                        year.getKey() + " " + Money.gbp(year.getValue()).amount().toPlainString())
                .collect(Collectors.joining("; ")),
        terms.amberPercent(),
        terms.source());
  }
}
