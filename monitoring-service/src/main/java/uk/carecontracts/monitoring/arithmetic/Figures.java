package uk.carecontracts.monitoring.arithmetic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How figures are divided and shown; calculations keep full precision, only text is shortened. */
public final class Figures {
  /** The precision of a share or rate that does not divide evenly. */
  public static final MathContext EXACT = MathContext.DECIMAL128;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Figures() {}

  /** A percentage as a share: 20 becomes 0.2, without rounding. */
  public static BigDecimal shareOf(BigDecimal percent) {
    return percent.movePointLeft(2);
  }

  /** A share as a percentage: 0.2 becomes 20, without rounding. */
  public static BigDecimal percentOf(BigDecimal share) {
    return share.multiply(HUNDRED);
  }

  /** Keeps a value between two bounds. */
  public static BigDecimal between(BigDecimal lowest, BigDecimal value, BigDecimal highest) {
    return value.max(lowest).min(highest);
  }

  /** A number for reading: at most four places, no trailing zeros. */
  public static String plain(BigDecimal number) {
    BigDecimal shown = number.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
    return (shown.signum() == 0 ? BigDecimal.ZERO : shown).toPlainString();
  }

  /** An amount in pounds for reading, such as {@code £70,400.00} or {@code −£7,500.00}. */
  public static String pounds(BigDecimal amount) {
    BigDecimal shown = amount.setScale(2, RoundingMode.HALF_UP);
    DecimalFormat format = new DecimalFormat("#,##0.00", new DecimalFormatSymbols(Locale.UK));
    return (shown.signum() < 0 ? "−£" : "£") + format.format(shown.abs());
  }
}
