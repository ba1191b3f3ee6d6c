package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * An indicator that a monitoring plan asks for.
 *
 * @param code its code
 * @param unit unit as the API names it
 * @param higherIsBetter direction
 * @param target agreed target
 * @param tolerance agreed tolerance
 * @param weight agreed weight
 */
record AskedIndicator(
    String code,
    String unit,
    boolean higherIsBetter,
    BigDecimal target,
    BigDecimal tolerance,
    BigDecimal weight) {

  private static final double LEAST_STEP = 0.4;

  /** Reads it from a plan. */
  static AskedIndicator read(JsonNode indicator) {
    return new AskedIndicator(
        indicator.path("code").asText(),
        indicator.path("unit").asText(),
        indicator.path("direction").asText().equals("HIGHER_IS_BETTER"),
        indicator.path("target").decimalValue(),
        indicator.path("tolerance").decimalValue(),
        indicator.path("weight").decimalValue());
  }

  boolean percent() {
    return unit.equals("PERCENT");
  }

  /**
   * The value so many tolerances away from the target.
   *
   * @param distance tolerances; positive is better
   */
  double at(double distance) {
    double step = Math.max(LEAST_STEP, tolerance.doubleValue());
    double value = target.doubleValue() + (higherIsBetter ? distance : -distance) * step;
    return Math.max(0, percent() ? Math.min(100, value) : value);
  }
}
