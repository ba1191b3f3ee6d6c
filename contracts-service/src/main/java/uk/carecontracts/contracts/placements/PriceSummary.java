package uk.carecontracts.contracts.placements;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * How a number of weekly prices is distributed. A quantile p of n prices in ascending order lies at
 * position (n − 1) × p from the first and is interpolated on a straight line between the two prices
 * beside it, exactly; it is rounded to pence once.
 *
 * @param count how many prices
 * @param lowest the lowest
 * @param lowerQuartile a quarter is at most this
 * @param median half is at most this
 * @param upperQuartile three quarters are at most this
 * @param p90 nine tenths are at most this
 * @param highest the highest
 * @param mean their mean
 */
public record PriceSummary(
    int count,
    @Nullable Money lowest,
    @Nullable Money lowerQuartile,
    @Nullable Money median,
    @Nullable Money upperQuartile,
    @Nullable Money p90,
    @Nullable Money highest,
    @Nullable Money mean) {
  /** The method in words, given with every answer. */
  public static final String METHOD =
      "Quantile p of n prices in ascending order: at position (n - 1) x p from the first, on a"
          + " straight line between the two prices beside it, exact, rounded half up to pence once";

  private static final BigDecimal QUARTER = new BigDecimal("0.25");
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");
  private static final BigDecimal NINE_TENTHS = new BigDecimal("0.9");

  /** The distribution of prices in ascending order. */
  static PriceSummary of(List<BigDecimal> ascending) {
    if (ascending.isEmpty()) {
      return new PriceSummary(0, null, null, null, null, null, null, null);
    }
    BigDecimal sum = ascending.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal mean = sum.divide(BigDecimal.valueOf(ascending.size()), MathContext.DECIMAL128);
    return new PriceSummary(
        ascending.size(),
        Money.gbp(ascending.get(0)),
        Money.gbp(quantile(ascending, QUARTER)),
        Money.gbp(quantile(ascending, HALF)),
        Money.gbp(quantile(ascending, THREE_QUARTERS)),
        Money.gbp(quantile(ascending, NINE_TENTHS)),
        Money.gbp(ascending.get(ascending.size() - 1)),
        Money.gbp(mean));
  }

  /** A quantile of at least one price in ascending order, exact. */
  static BigDecimal quantile(List<BigDecimal> ascending, BigDecimal share) {
    BigDecimal position = BigDecimal.valueOf(ascending.size() - 1L).multiply(share);
    int below = position.setScale(0, RoundingMode.DOWN).intValueExact();
    BigDecimal fraction = position.subtract(BigDecimal.valueOf(below));
    BigDecimal low = ascending.get(below);
    return fraction.signum() == 0
        ? low
        : low.add(ascending.get(below + 1).subtract(low).multiply(fraction));
  }
}
