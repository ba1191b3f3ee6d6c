package uk.carecontracts.contracts.options;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A right to end the contract early.
 *
 * @param heldBy who may exercise it
 * @param windowFrom the first day that can become the contract's last
 * @param windowTo the last day that can
 * @param noticeMonths notice in months before that day
 * @param clause the clause of the signed contract; needed once the contract is awarded
 */
public record BreakRequest(
    @NotNull BreakHolder heldBy,
    @NotNull LocalDate windowFrom,
    @NotNull LocalDate windowTo,
    @NotNull @Min(0) @Max(60) Integer noticeMonths,
    @Nullable @Size(max = 200) String clause) {}
