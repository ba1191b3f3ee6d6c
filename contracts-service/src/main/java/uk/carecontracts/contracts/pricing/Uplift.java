package uk.carecontracts.contracts.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The result of an inflation clause.
 *
 * @param percent exact
 * @param steps how it was found, in order
 */
public record Uplift(BigDecimal percent, List<Step> steps) {

  /**
   * One line of the calculation.
   *
   * @param description the line in words
   * @param changePercent what this line added, exact
   * @param resultPercent the uplift after this line, exact
   */
  public record Step(String description, BigDecimal changePercent, BigDecimal resultPercent) {}

  /** The value after the uplift, in pounds, rounded once to pence. */
  public BigDecimal newValueOf(BigDecimal annualValue) {
    return annualValue.add(Percent.of(percent, annualValue)).setScale(2, RoundingMode.HALF_UP);
  }
}
