package uk.carecontracts.contracts.placements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * A placement that costs more than its authority's threshold.
 *
 * @param placementId the placement
 * @param reference the authority's own reference of it
 * @param provider who gives the care
 * @param kind SPOT or BLOCK
 * @param careType kind of care
 * @param area district
 * @param startDate its first day
 * @param weeklyPrice what it costs a week
 * @param threshold the amount it is above
 * @param excess how far it is above it
 * @param excessPercent how far in percent of the threshold, to two places
 * @param reason the threshold in words
 */
public record HighCostPlacement(
    UUID placementId,
    @Nullable String reference,
    String provider,
    PlacementKind kind,
    String careType,
    String area,
    LocalDate startDate,
    Money weeklyPrice,
    Money threshold,
    Money excess,
    @Nullable BigDecimal excessPercent,
    String reason) {}
