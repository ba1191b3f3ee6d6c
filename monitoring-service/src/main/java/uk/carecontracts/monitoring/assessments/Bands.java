package uk.carecontracts.monitoring.assessments;

import java.math.BigDecimal;

/**
 * From which percentage each rating holds.
 *
 * @param excellent from here excellent
 * @param good from here good
 * @param requiresImprovement from here it requires improvement; below it is poor
 */
record Bands(int excellent, int good, int requiresImprovement) {

  Rating of(BigDecimal percent) {
    if (percent.compareTo(BigDecimal.valueOf(excellent)) >= 0) {
      return Rating.EXCELLENT;
    }
    if (percent.compareTo(BigDecimal.valueOf(good)) >= 0) {
      return Rating.GOOD;
    }
    return percent.compareTo(BigDecimal.valueOf(requiresImprovement)) >= 0
        ? Rating.REQUIRES_IMPROVEMENT
        : Rating.POOR;
  }
}
