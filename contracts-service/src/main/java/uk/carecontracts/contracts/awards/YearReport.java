package uk.carecontracts.contracts.awards;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * What an authority decided about its contracts in a calendar year.
 *
 * @param decisions how many of each kind
 * @param awards contracts awarded in the year by regime and procedure; ceilings of frameworks are
 *     counted apart and never added
 * @param evaluation how awards were judged
 * @param duties how it stands with the duties that fell due in the year
 */
public record YearReport(
    int year,
    List<Count> decisions,
    List<Awarded> awards,
    Evaluated evaluation,
    List<Count> duties) {

  /** How many of a kind. */
  public record Count(String kind, long count) {}

  /**
   * Contracts awarded.
   *
   * @param competed whether they result from an invitation
   * @param ceilings whether these only promise terms, so that their value is no spend
   */
  public record Awarded(
      String regime,
      String procedure,
      @Nullable Boolean competed,
      boolean ceilings,
      long contracts,
      Money value) {}

  /**
   * How awards were judged.
   *
   * @param decided award decisions taken in the year
   * @param meanQualityPercent mean weight of quality; absent without decisions
   * @param meanPricePercent mean weight of price
   * @param withPeopleWhoUseServices decisions with somebody on the panel who uses services or cares
   * @param departures decisions for a tender that was not ranked first
   */
  public record Evaluated(
      long decided,
      @Nullable BigDecimal meanQualityPercent,
      @Nullable BigDecimal meanPricePercent,
      long withPeopleWhoUseServices,
      long departures) {}
}
