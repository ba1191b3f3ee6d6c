package uk.carecontracts.providers.tables;

import java.math.BigDecimal;

/** Numbers of spreadsheets as the texts they stand for. */
final class Numbers {

  private static final int MOST_DIGITS = 40;

  private Numbers() {}

  /**
   * The value without exponent and idle zeros, or what is shown when that is the same number with
   * zeros in front: then it is a code, such as a company's number, that was taken for a number.
   */
  static String plain(String value, String shown) {
    BigDecimal number;
    try {
      number = new BigDecimal(value);
    } catch (NumberFormatException none) {
      return value;
    }
    if (shown.matches("0\\d{1,39}") && new BigDecimal(shown).compareTo(number) == 0) {
      return shown;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    boolean printable =
        Math.abs((long) stripped.scale()) <= MOST_DIGITS && stripped.precision() <= MOST_DIGITS;
    return printable ? stripped.toPlainString() : value;
  }
}
