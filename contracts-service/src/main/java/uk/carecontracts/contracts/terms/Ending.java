package uk.carecontracts.contracts.terms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a contract ended.
 *
 * @param date its last day
 * @param reason why
 * @param plan the plan of a decommissioning
 */
public record Ending(LocalDate date, String reason, @Nullable DecommissioningPlan plan) {}
