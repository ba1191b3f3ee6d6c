package uk.carecontracts.providers.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a market is in few hands: the Herfindahl-Hirschman index is the sum of the squared
 * percentage shares, from near 0 (many small) to 10,000 (one alone). The bands are those of the
 * merger assessment guidelines that the Competition and Markets Authority took over.
 *
 * @param hhi the index, to the nearest whole number
 * @param band what it means
 * @param total the whole market
 * @param owners every owner counted, largest first
 */
@Schema(name = "Concentration")
public record Concentration(long hhi, Band band, BigDecimal total, List<Share> owners) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What an index means, from little to much. */
  public enum Band {
    /** In many hands. */
    UNCONCENTRATED,
    /** In few hands. */
    CONCENTRATED,
    /** In very few hands. */
    HIGHLY_CONCENTRATED
  }

  /**
   * The index above which each band begins: reference data of a day.
   *
   * @param above the index that a band must exceed
   * @param source where the bands come from
   */
  public record Bands(SortedMap<Band, BigDecimal> above, String source) {

    Band of(BigDecimal hhi) {
      Band band = Band.UNCONCENTRATED;
      for (Map.Entry<Band, BigDecimal> next : above.entrySet()) {
        if (hhi.compareTo(next.getValue()) > 0) {
          band = next.getKey();
        }
      }
      return band;
    }
  }

  /**
   * One owner in the market.
   *
   * @param owner the ultimate owner or, where none is recorded, the provider itself
   * @param amount value, beds or homes
   * @param sharePercent of the whole, to two places
   * @param counted what was counted: contracts or locations
   */
  @Schema(name = "MarketShare")
  public record Share(
      String owner, BigDecimal amount, BigDecimal sharePercent, List<String> counted) {}

  /**
   * What one owner holds.
   *
   * @param owner the ultimate owner
   * @param amount value, beds or homes; not negative
   * @param counted what was counted
   */
  public record Holding(String owner, BigDecimal amount, List<String> counted) {}

  /** The concentration of holdings, one for each owner; an empty market is unconcentrated. */
  public static Concentration of(List<Holding> holdings, Bands bands) {
    BigDecimal total =
        holdings.stream().map(Holding::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.signum() == 0) {
      return new Concentration(0, Band.UNCONCENTRATED, total, List.of());
    }
    BigDecimal exact = BigDecimal.ZERO;
    for (Holding holding : holdings) {
      BigDecimal percent = percent(holding.amount(), total);
      exact = exact.add(percent.multiply(percent));
    }
    List<Share> shares =
        holdings.stream()
            .sorted(Comparator.comparing(Holding::amount).reversed().thenComparing(Holding::owner))
            .map(holding -> share(holding, total))
            .toList();
    long index = exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
    return new Concentration(index, bands.of(exact), total, shares);
  }

  private static Share share(Holding holding, BigDecimal total) {
    return new Share(
        holding.owner(),
        holding.amount(),
        percent(holding.amount(), total).setScale(2, RoundingMode.HALF_UP),
        holding.counted());
  }

  private static BigDecimal percent(BigDecimal amount, BigDecimal total) {
    return amount.multiply(HUNDRED).divide(total, MathContext.DECIMAL128);
  }
}
