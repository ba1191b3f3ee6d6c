package uk.carecontracts.monitoring.plans;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.indicators.Frequency;
import uk.carecontracts.monitoring.indicators.Indicator;
import uk.carecontracts.monitoring.indicators.Unit;
import uk.carecontracts.monitoring.scorecards.Direction;
import uk.carecontracts.monitoring.scorecards.IndicatorTerms;

/**
 * An indicator as agreed for one contract.
 *
 * @param code its code in the catalogue
 * @param title what it measures
 * @param outcomeCode the outcome it speaks for
 * @param outcomeTitle that outcome in words
 * @param unit what it is measured in
 * @param direction which way is better
 * @param baseline where things stood at the start
 * @param target what is to be reached
 * @param tolerance how far a miss may go and still be amber
 * @param weight its importance within its outcome
 * @param required whether a return without it cannot be submitted
 * @param frequency how often it is asked
 */
public record IndicatorChoice(
    String code,
    String title,
    String outcomeCode,
    String outcomeTitle,
    Unit unit,
    Direction direction,
    @Nullable BigDecimal baseline,
    BigDecimal target,
    BigDecimal tolerance,
    BigDecimal weight,
    boolean required,
    Frequency frequency) {

  /** The catalogue's own terms. */
  static IndicatorChoice of(Indicator indicator) {
    return new IndicatorChoice(
        indicator.code(),
        indicator.title(),
        indicator.outcomeCode(),
        indicator.outcomeTitle(),
        indicator.unit(),
        indicator.direction(),
        indicator.baseline(),
        indicator.target(),
        indicator.tolerance(),
        indicator.weight(),
        true,
        indicator.frequency());
  }

  /** What a scorecard needs to know. */
  public IndicatorTerms terms() {
    return new IndicatorTerms(direction, baseline, target, tolerance, weight);
  }
}
