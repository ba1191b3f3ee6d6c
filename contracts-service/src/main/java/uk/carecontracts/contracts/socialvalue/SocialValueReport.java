package uk.carecontracts.contracts.socialvalue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * Social value across an authority's awarded and active contracts.
 *
 * @param on the day of the report
 * @param commitments what was promised and delivered, by measure and unit
 * @param year the financial year whose payments are counted
 * @param suppliers which lead suppliers are small or medium-sized, or voluntary, community or
 *     social enterprises, as known at award; ceilings of frameworks are no value
 */
public record SocialValueReport(
    LocalDate on, String year, List<Measure> commitments, List<Share> suppliers) {

  /**
   * A measure over all contracts.
   *
   * @param percent delivered of the target
   */
  public record Measure(
      String measure,
      @Nullable String unit,
      long contracts,
      BigDecimal target,
      BigDecimal delivered,
      @Nullable BigDecimal percent) {}

  /**
   * A share of contracts and value.
   *
   * @param spent paid in the year under these contracts, from imported payments
   * @param kind SME, VCSE, NEITHER or NOT_STATED; one that is both counts in SME and in VCSE
   */
  public record Share(
      String kind,
      long contracts,
      @Nullable BigDecimal contractsPercent,
      Money value,
      @Nullable BigDecimal valuePercent,
      Money spent,
      @Nullable BigDecimal spentPercent) {}
}
