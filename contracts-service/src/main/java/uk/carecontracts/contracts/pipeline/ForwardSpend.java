package uk.carecontracts.contracts.pipeline;

import java.util.List;
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
      String financialYear, String category, long procurements, Money annual, Money total) {}

  /** The name of the financial year that begins in April of a year. */
  static String financialYear(int begins) {
    return "%d-%02d".formatted(begins, (begins + 1) % 100);
  }
}
