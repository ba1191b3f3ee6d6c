package uk.carecontracts.kit.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in a currency, shown to two places.
 *
 * @param amount rounded half up to two places
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) {
  /** What is written as 1e999999999 takes a gigabyte to round. */
  private static final int MOST_DIGITS = 30;

  private static final int MOST_PLACES = 1000;

  /** Rounds once, here; calculations pass full precision in. */
  public Money {
    if (amount == null || currency == null) {
      throw new IllegalArgumentException(
          "An amount of money has both an amount and a currency, such as 12.50 and GBP");
    }
    if ((long) amount.precision() - amount.scale() > MOST_DIGITS || amount.scale() > MOST_PLACES) {
      throw new IllegalArgumentException(
          "An amount of money has at most " + MOST_DIGITS + " digits before the point");
    }
    amount = amount.setScale(2, RoundingMode.HALF_UP);
    if (!currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(
          "Currency '" + currency + "' is not an ISO 4217 code such as GBP");
    }
  }

  /** Pounds sterling. */
  public static Money gbp(BigDecimal amount) {
    return new Money(amount, "GBP");
  }

  /** Pounds sterling from a decimal text such as {@code 12.50}. */
  public static Money gbp(String amount) {
    return gbp(new BigDecimal(amount));
  }
}
