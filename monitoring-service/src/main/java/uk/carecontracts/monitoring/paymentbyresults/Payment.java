package uk.carecontracts.monitoring.paymentbyresults;

import java.math.BigDecimal;
import java.util.List;
import uk.carecontracts.monitoring.arithmetic.Step;

/**
 * What is to be paid, in pounds rounded half up to two places, with its working. The two parts add
 * up to the total.
 *
 * @param baseAmount paid whatever the outcomes
 * @param outcomeAmount earned by results, less anything clawed back
 * @param total both together; negative when more is clawed back than earned
 * @param clawback the part of the outcome amount taken back for results refuted later, zero or less
 * @param steps the working, line by line
 */
public record Payment(
    BigDecimal baseAmount,
    BigDecimal outcomeAmount,
    BigDecimal total,
    BigDecimal clawback,
    List<Step> steps) {}
