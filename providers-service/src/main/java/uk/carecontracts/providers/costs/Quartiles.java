package uk.carecontracts.providers.costs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The quartiles of some figures, as the fair cost of care exercise reports them: positions are
 * counted from the smallest to the largest value, and between two values it is interpolated (what
 * spreadsheets call the inclusive method).
 *
 * @param lower a quarter of the figures lie below
 * @param median half of them
 * @param upper three quarters of them
 */
@Schema(name = "CostQuartiles")
public record Quartiles(BigDecimal lower, BigDecimal median, BigDecimal upper) {

  private static final BigDecimal FOUR = BigDecimal.valueOf(4);

  /** The quartiles of at least one figure. */
  public static Quartiles of(List<BigDecimal> figures) {
    List<BigDecimal> sorted = figures.stream().sorted().toList();
    return new Quartiles(at(sorted, 1), at(sorted, 2), at(sorted, 3));
  }

  private static BigDecimal at(List<BigDecimal> sorted, int quarter) {
    BigDecimal place = BigDecimal.valueOf((long) quarter * (sorted.size() - 1)).divide(FOUR);
    int below = place.setScale(0, RoundingMode.FLOOR).intValueExact();
    BigDecimal low = sorted.get(below);
    if (below + 1 >= sorted.size()) {
      return low;
    }
    BigDecimal part = place.subtract(BigDecimal.valueOf(below));
    return low.add(sorted.get(below + 1).subtract(low).multiply(part));
  }

  /** To pounds and pence. */
  public Quartiles shown() {
    return new Quartiles(
        CostBreakdown.shown(lower), CostBreakdown.shown(median), CostBreakdown.shown(upper));
  }
}
