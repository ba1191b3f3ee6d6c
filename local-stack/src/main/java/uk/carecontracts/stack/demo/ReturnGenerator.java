package uk.carecontracts.stack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes what providers report: values that follow their trend, with a little noise. */
final class ReturnGenerator {
  private static final double NOISE = 0.35;
  private static final double BASELINE_DISTANCE = -3;

  private ReturnGenerator() {}

  /**
   * The observations of one period.
   *
   * @param reference the contract
   * @param trend how the provider performs
   * @param indicators what the plan asks for
   * @param periodStart first day of the period
   * @param progress where the period lies in the two years, from 0 to 1
   */
  static List<Map<String, Object>> observations(
      String reference,
      Trend trend,
      List<AskedIndicator> indicators,
      LocalDate periodStart,
      double progress) {
    List<Map<String, Object>> observations = new ArrayList<>();
    for (AskedIndicator indicator : indicators) {
      Random chance = Seed.of(reference, indicator.code(), periodStart);
      double distance = trend.distance(progress) + NOISE * chance.nextGaussian();
      observations.add(observation(indicator, indicator.at(distance), chance));
    }
    return observations;
  }

  /** Minutes the provider needed. */
  static int minutes(String reference, LocalDate periodStart) {
    return 45 + 5 * Seed.of(reference, periodStart, "minutes").nextInt(30);
  }

  /** Where the indicator stood before the contract: well short of the target. */
  static BigDecimal baseline(AskedIndicator indicator) {
    return rounded(indicator.at(BASELINE_DISTANCE));
  }

  private static Map<String, Object> observation(
      AskedIndicator indicator, double value, Random chance) {
    Map<String, Object> observation = new LinkedHashMap<>();
    observation.put("indicator", indicator.code());
    if (indicator.percent()) {
      int denominator = denominator(indicator, chance);
      observation.put("numerator", Math.min(denominator, Math.round(value * denominator / 100)));
      observation.put("denominator", denominator);
    } else {
      observation.put("value", rounded(value));
    }
    return observation;
  }

  private static int denominator(AskedIndicator indicator, Random chance) {
    return indicator.code().contains("VISITS")
        ? 4000 + chance.nextInt(9000)
        : 40 + chance.nextInt(160);
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
  }
}
