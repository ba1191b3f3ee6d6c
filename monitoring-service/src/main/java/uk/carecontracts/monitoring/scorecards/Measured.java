package uk.carecontracts.monitoring.scorecards;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value of an indicator in a period.
 *
 * @param indicator its code
 * @param periodStart first day of the period
 * @param periodEnd last day of the period
 * @param value the value; absent when the return gave none
 * @param approved whether the officer has accepted the return
 */
record Measured(
    String indicator,
    LocalDate periodStart,
    LocalDate periodEnd,
    @Nullable BigDecimal value,
    boolean approved) {}
