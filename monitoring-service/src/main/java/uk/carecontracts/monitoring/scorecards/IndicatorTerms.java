package uk.carecontracts.monitoring.scorecards;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * What was agreed for an indicator.
 *
 * @param direction which way is better
 * @param baseline where things stood at the start, in the indicator's unit; unknown when absent
 * @param target what is to be reached, in the indicator's unit
 * @param tolerance how far a miss may go and still be amber, in the indicator's unit, zero or more
 * @param weight its importance among the indicators of its outcome, more than zero
 */
public record IndicatorTerms(
    Direction direction,
    @Nullable BigDecimal baseline,
    BigDecimal target,
    BigDecimal tolerance,
    BigDecimal weight) {

  /** Refuses a negative tolerance and a weight of zero or less. */
  public IndicatorTerms {
    if (tolerance.signum() < 0) {
      throw new RuleViolation(
          "INDICATOR_TERMS_INVALID", "A tolerance cannot be negative", "/tolerance");
    }
    if (weight.signum() <= 0) {
      throw new RuleViolation(
          "INDICATOR_TERMS_INVALID", "A weight must be more than zero", "/weight");
    }
  }
}
