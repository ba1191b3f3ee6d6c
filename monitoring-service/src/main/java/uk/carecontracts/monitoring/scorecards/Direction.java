package uk.carecontracts.monitoring.scorecards;

import java.math.BigDecimal;

/** Which way an indicator should move. */
public enum Direction {
  /** More is better, such as people who feel safe. */
  HIGHER_IS_BETTER,
  /** Less is better, such as missed visits. */
  LOWER_IS_BETTER;

  /** The difference counted so that a positive figure is an improvement. */
  public BigDecimal gain(BigDecimal from, BigDecimal to) {
    return this == HIGHER_IS_BETTER ? to.subtract(from) : from.subtract(to);
  }

  /** Whether the first value is at least as good as the second. */
  boolean atLeastAsGood(BigDecimal value, BigDecimal other) {
    return gain(other, value).signum() >= 0;
  }

  /** The value that lies the given distance on the worse side. */
  BigDecimal worseBy(BigDecimal value, BigDecimal distance) {
    return this == HIGHER_IS_BETTER ? value.subtract(distance) : value.add(distance);
  }

  /** The worse of two values. */
  BigDecimal worse(BigDecimal one, BigDecimal other) {
    return atLeastAsGood(one, other) ? other : one;
  }
}
