package uk.carecontracts.contracts.placements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * What a placement is from a day on, until the next such terms.
 *
 * @param from first day of these terms
 * @param kind SPOT or BLOCK
 * @param careType kind of care, by code
 * @param area district where it is given
 * @param locationId the registered home or branch
 * @param weeklyPrice pounds for a week
 * @param hoursPerWeek hours of care a week, where it is measured in hours
 * @param reason why the terms changed
 */
public record PlacementTerms(
    LocalDate from,
    PlacementKind kind,
    String careType,
    String area,
    @Nullable UUID locationId,
    Money weeklyPrice,
    @Nullable BigDecimal hoursPerWeek,
    @Nullable String reason) {}
