package uk.carecontracts.monitoring.scorecards;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.scorecards.Scorecard.OutcomeLine;

/**
 * How a contract stands in one period.
 *
 * @param periodStart first day; absent before the first return
 * @param periodEnd last day
 * @param provisional whether the return still waits for approval
 * @param whole all outcomes together
 * @param outcomes outcome by outcome
 */
record PeriodStanding(
    @Nullable LocalDate periodStart,
    @Nullable LocalDate periodEnd,
    boolean provisional,
    RollUp whole,
    List<OutcomeLine> outcomes) {}
