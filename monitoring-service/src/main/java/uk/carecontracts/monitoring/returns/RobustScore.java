package uk.carecontracts.monitoring.returns;

import java.util.List;

/**
 * How far a value lies from a history that may hold odd values itself: the modified z-score of
 * Iglewicz and Hoaglin, 0.6745 × (x − median) ÷ MAD, where MAD is the median distance from the
 * median. Where more than half of the history is the same value and MAD is zero, the mean distance
 * takes its place, (x − median) ÷ (1.2533 × mean distance); a history without any variation gives
 * no score.
 */
final class RobustScore {
  private static final double NORMAL_QUARTILE = 0.6745;
  private static final double MEAN_DISTANCE_FACTOR = 1.2533;

  private RobustScore() {}

  /** The score of a value against its history; 0 when nothing can be said. */
  static double of(double value, List<Double> history) {
    double middle = median(history);
    List<Double> distances = history.stream().map(x -> Math.abs(x - middle)).toList();
    double mad = median(distances);
    if (mad > 0) {
      return NORMAL_QUARTILE * (value - middle) / mad;
    }
    double mean = distances.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    return mean > 0 ? (value - middle) / (MEAN_DISTANCE_FACTOR * mean) : 0;
  }

  static double median(List<Double> values) {
    if (values.isEmpty()) {
      return 0;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
