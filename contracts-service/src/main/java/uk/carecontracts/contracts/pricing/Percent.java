package uk.carecontracts.contracts.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Percentages as councils write them (7.26 means 7.26 %), kept exact inside and shown to two
 * places.
 */
final class Percent {
  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Percent() {}

  /** The given percentage of an amount, exact. */
  static BigDecimal of(BigDecimal percent, BigDecimal amount) {
    return amount.multiply(percent).movePointLeft(2);
  }

  /** What percentage {@code part} is of {@code whole}; 34 significant digits, zero of zero is 0. */
  static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? BigDecimal.ZERO
        : part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL128);
  }

  /** Two places, HALF_UP: for showing only. */
  static BigDecimal shown(BigDecimal exact) {
    return exact.setScale(2, RoundingMode.HALF_UP);
  }

  /** As a person writes it: no trailing zeros, no exponent. */
  static String plain(BigDecimal exact) {
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }
}
