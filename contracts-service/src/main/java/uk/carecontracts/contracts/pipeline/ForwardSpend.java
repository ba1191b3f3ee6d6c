package uk.carecontracts.contracts.pipeline;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.carecontracts.kit.money.Money;

/**
 * What is expected to be bought anew, by financial year and service.
 *
 * @param lines by year in which the new contracts start, then service
 */
public record ForwardSpend(List<Line> lines) {
  /**
   * One service in one year.
   *
   * @param financialYear from April, such as 2027-28
   * @param category service type, or the first category code where none is stated
   * @param procurements how many
   * @param annual pounds a year of the contracts they replace; frameworks count nothing
   * @param total pounds over the whole term of the contracts they replace
   */
  public record Line(
      String financialYear, String category, long procurements, Money annual, Money total) {
    private Line and(Line other) {
      return new Line(
          financialYear,
          category,
          procurements + other.procurements,
          Money.gbp(annual.amount().add(other.annual.amount())),
          Money.gbp(total.amount().add(other.total.amount())));
    }
  }

  /** Lines of the same year and service become one. */
  static ForwardSpend of(Stream<Line> lines) {
    TreeMap<String, Line> all = new TreeMap<>();
    lines.forEach(line -> all.merge(line.financialYear() + " " + line.category(), line, Line::and));
    return new ForwardSpend(List.copyOf(all.values()));
  }

  /** The name of the financial year that begins in April of a year. */
  static String financialYear(int begins) {
    return "%d-%02d".formatted(begins, (begins + 1) % 100);
  }
}
