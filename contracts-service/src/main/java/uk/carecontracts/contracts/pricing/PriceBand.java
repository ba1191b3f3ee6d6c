package uk.carecontracts.contracts.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One band of a sliding scale.
 *
 * @param upTo the last volume in the band, inclusive; null in the last band, and in a first band
 *     whose end is the break-even volume
 * @param ratePercent the share of the agreed unit price paid in this band
 */
public record PriceBand(@Nullable BigDecimal upTo, BigDecimal ratePercent) {}
