package uk.carecontracts.contracts.options;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.kit.money.Money;

/**
 * What an option makes of a contract: its last day, and its value as far as it is known.
 *
 * @param previousEnd last day as it stands
 * @param newEnd last day with the option
 * @param previousTotal total as it stands
 * @param newTotal total with the option; as it stands when the option states no value and the
 *     contract no annual one
 * @param steps the arithmetic in words
 */
record LongerTerm(
    LocalDate previousEnd,
    LocalDate newEnd,
    @Nullable Money previousTotal,
    @Nullable Money newTotal,
    List<String> steps) {
  private static final BigDecimal YEAR = BigDecimal.valueOf(12);

  static LongerTerm of(ContractTerms terms, ExtensionOption option) {
    LocalDate end = Objects.requireNonNull(terms.dates().end());
    LocalDate newEnd = Months.longer(end, option.months());
    List<String> steps = new ArrayList<>();
    steps.add(end + " and " + option.months() + " months: " + newEnd);
    Money total = terms.values().total();
    Money more = worth(terms, option, steps);
    Money newTotal = total;
    if (total != null && more != null) {
      newTotal = new Money(total.amount().add(more.amount()), total.currency());
      steps.add(total.amount() + " + " + more.amount() + " = " + newTotal.amount());
    }
    return new LongerTerm(end, newEnd, total, newTotal, steps);
  }

  private static @Nullable Money worth(
      ContractTerms terms, ExtensionOption option, List<String> steps) {
    if (option.additionalValue() != null) {
      return option.additionalValue();
    }
    Money annual = terms.values().annual();
    if (annual == null) {
      steps.add("Neither the option nor the contract says what a longer term is worth.");
      return null;
    }
    Money more =
        new Money(
            annual
                .amount()
                .multiply(BigDecimal.valueOf(option.months()))
                .divide(YEAR, 10, RoundingMode.HALF_UP),
            annual.currency());
    steps.add(annual.amount() + " a year × " + option.months() + " ÷ 12 months = " + more.amount());
    return more;
  }

  ExtensionTaken taken(ExtensionDecision decision) {
    return new ExtensionTaken(
        decision.noticeGiven(),
        decision.decidedBy(),
        decision.reason(),
        previousEnd,
        newEnd,
        previousTotal,
        newTotal,
        List.copyOf(steps));
  }
}
