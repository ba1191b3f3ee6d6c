package uk.carecontracts.monitoring.risk;

import java.math.BigDecimal;

/**
 * What one factor adds to the score.
 *
 * @param factor which
 * @param points what it adds, two places
 * @param of the most it could add
 * @param known false where nothing was known and the set share for unknowns was counted
 * @param explanation why, in one sentence
 */
public record FactorScore(
    RiskFactor factor, BigDecimal points, BigDecimal of, boolean known, String explanation) {}
