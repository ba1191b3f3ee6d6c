package uk.carecontracts.contracts.placements;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * Spot and block on one day.
 *
 * @param date the day
 * @param spotPlacements placements bought singly
 * @param spotWeeklyCost what they cost a week
 * @param blockPlacements placements in reserved volume
 * @param blockWeeklyCost what they cost a week
 * @param spotSharePercent spot placements of all, to two places; absent when there are none
 * @param spotCostSharePercent spot cost of all cost, to two places; absent when there is none
 */
public record MixEntry(
    LocalDate date,
    long spotPlacements,
    Money spotWeeklyCost,
    long blockPlacements,
    Money blockWeeklyCost,
    @Nullable BigDecimal spotSharePercent,
    @Nullable BigDecimal spotCostSharePercent) {}
