package uk.carecontracts.contracts.indexes;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One published value.
 *
 * @param date the day it holds from, or the first day of the month it is of
 * @param value the value in the series' unit, where it is known
 * @param movementPercent how far prices that follow it move, by the series' own rule
 * @param source where it was read
 * @param checked whether it was compared with the publisher's own figure
 */
public record IndexPoint(
    LocalDate date,
    @Nullable BigDecimal value,
    @Nullable BigDecimal movementPercent,
    String source,
    boolean checked) {}
