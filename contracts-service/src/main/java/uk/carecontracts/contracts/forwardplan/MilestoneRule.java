package uk.carecontracts.contracts.forwardplan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.options.DecisionKind;

/**
 * A step on the way to a decision, and how long before it the step is due.
 *
 * @param decision the kind of decision it leads to
 * @param code its code, UPPER_SNAKE, unique within the kind of decision
 * @param title what is done by then
 * @param majorWorkingDays working days before the decision for a major contract; the lead-in in
 *     months decides when left out
 * @param otherWorkingDays the same for every other contract
 */
public record MilestoneRule(
    @NotNull DecisionKind decision,
    @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}", message = "must be a code in UPPER_SNAKE")
        String code,
    @NotBlank @Size(max = 200) String title,
    @Nullable @Min(0) @Max(2500) Integer majorWorkingDays,
    @Nullable @Min(0) @Max(2500) Integer otherWorkingDays) {}
