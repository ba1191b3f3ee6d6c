package uk.carecontracts.contracts.pricing;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * The uplift and how it was found.
 *
 * @param upliftPercent shown to two places; the new value uses it exact
 * @param newAnnualValue the value after the uplift, when one was given
 * @param steps the calculation
 */
public record UpliftAnswer(
    BigDecimal upliftPercent, @Nullable Money newAnnualValue, List<Step> steps) {

  /** One line of the calculation, in percent of two places. */
  public record Step(String description, BigDecimal changePercent, BigDecimal resultPercent) {}

  static UpliftAnswer of(Uplift uplift, @Nullable BigDecimal annualValue) {
    return new UpliftAnswer(
        Percent.shown(uplift.percent()),
        annualValue == null ? null : Money.gbp(uplift.newValueOf(annualValue)),
        uplift.steps().stream()
            .map(
                step ->
                    new Step(
                        step.description(),
                        Percent.shown(step.changePercent()),
                        Percent.shown(step.resultPercent())))
            .toList());
  }
}
