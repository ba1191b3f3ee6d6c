package uk.carecontracts.monitoring.scorecards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Where an indicator is heading over the periods given. */
public enum Trend {
  /** Moving the right way by more than the tolerance. */
  IMPROVING,
  /** Moving by no more than the tolerance. */
  STEADY,
  /** Moving the wrong way by more than the tolerance. */
  WORSENING,
  /** Fewer than three values: nothing can be said. */
  NOT_ENOUGH_DATA;

  private static final int FEWEST = 3;

  /**
   * Reads the trend of values in order of time: the middle of all slopes between two periods
   * (Theil–Sen, which one odd period cannot turn), carried over the whole time.
   *
   * @param direction which way is better
   * @param tolerance movement that does not count, in the indicator's unit
   * @param values oldest first
   */
  public static Trend of(Direction direction, BigDecimal tolerance, List<BigDecimal> values) {
    if (values.size() < FEWEST) {
      return NOT_ENOUGH_DATA;
    }
    double movement = middleSlope(direction, values) * (values.size() - 1);
    if (Math.abs(movement) <= tolerance.doubleValue()) {
      return STEADY;
    }
    return movement > 0 ? IMPROVING : WORSENING;
  }

  private static double middleSlope(Direction direction, List<BigDecimal> values) {
    List<Double> slopes = new ArrayList<>();
    for (int from = 0; from < values.size(); from++) {
      for (int to = from + 1; to < values.size(); to++) {
        slopes.add(direction.gain(values.get(from), values.get(to)).doubleValue() / (to - from));
      }
    }
    slopes.sort(null);
    int middle = slopes.size() / 2;
    return slopes.size() % 2 == 1
        ? slopes.get(middle)
        : (slopes.get(middle - 1) + slopes.get(middle)) / 2;
  }
}
