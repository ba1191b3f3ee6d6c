package uk.carecontracts.contracts.savings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import uk.carecontracts.contracts.pricing.SlidingScaleQuote;
import uk.carecontracts.contracts.savings.SavingsInitiative.Month;
import uk.carecontracts.contracts.savings.SavingsRequests.UpliftAvoided;
import uk.carecontracts.kit.money.Money;

/**
 * A saving worked out from prices.
 *
 * @param months what it comes to, month by month
 * @param trace how it was worked out
 */
record ComputedSaving(List<Month> months, String trace) {
  private static final BigDecimal HUNDRED_TIMES_TWELVE = BigDecimal.valueOf(1200);

  /** Annual value × (asked − agreed) ÷ 12 in every month; rounded in each month, to the penny. */
  static ComputedSaving upliftAvoided(BigDecimal annual, UpliftAvoided uplift) {
    BigDecimal points = uplift.askedPercent().subtract(uplift.agreedPercent());
    BigDecimal monthly =
        annual.multiply(points).divide(HUNDRED_TIMES_TWELVE, 2, RoundingMode.HALF_UP);
    List<Month> months = new ArrayList<>();
    YearMonth first = YearMonth.parse(uplift.from());
    for (int i = 0; i < uplift.months(); i++) {
      months.add(new Month(first.plusMonths(i).toString(), null, monthly, null, null));
    }
    return new ComputedSaving(
        months,
        "£"
            + Money.gbp(annual).amount().toPlainString()
            + " a year × ("
            + uplift.askedPercent().toPlainString()
            + " % asked − "
            + uplift.agreedPercent().toPlainString()
            + " % agreed) ÷ 12 = £"
            + monthly.toPlainString()
            + " a month");
  }

  /** The price of the volume at the agreed price less its price on the scale. */
  static ComputedSaving slidingScale(String month, SlidingScaleQuote quote, boolean proven) {
    BigDecimal saving = Money.gbp(quote.exactSaving()).amount();
    String trace =
        quote.volume().toPlainString()
            + " units cost £"
            + Money.gbp(quote.exactTotal()).amount().toPlainString()
            + " on the scale instead of £"
            + Money.gbp(quote.exactFlatTotal()).amount().toPlainString()
            + ", saving £"
            + saving.toPlainString();
    Month computed =
        proven
            ? new Month(month, null, null, saving, trace)
            : new Month(month, null, saving, null, null);
    return new ComputedSaving(List.of(computed), trace);
  }
}
