package uk.carecontracts.monitoring.strategies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one contract reported for an indicator in a period.
 *
 * @param contract the contract
 * @param reference its reference
 * @param indicator code
 * @param periodEnd last day of the period
 * @param value in the indicator's unit; null where the return left it out
 * @param numerator what was counted
 * @param denominator of what
 */
record Reading(
    UUID contract,
    String reference,
    String indicator,
    LocalDate periodEnd,
    @Nullable BigDecimal value,
    @Nullable BigDecimal numerator,
    @Nullable BigDecimal denominator) {}
