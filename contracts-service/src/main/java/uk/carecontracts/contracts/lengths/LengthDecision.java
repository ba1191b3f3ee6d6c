package uk.carecontracts.contracts.lengths;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long the contract is to run.
 *
 * @param months without extensions
 * @param extensionMonths with options to extend by as much
 * @param choice whether that is a long or a short contract for this service
 * @param decidedBy who decided, by office and not by name
 * @param decidedOn when
 * @param reason why
 * @param againstBalanceBecause why, where the factors lean the other way
 */
public record LengthDecision(
    @NotNull @Min(1) @Max(600) Integer months,
    @Nullable @Min(0) @Max(600) Integer extensionMonths,
    @NotNull Direction choice,
    @NotBlank @Size(max = 200) String decidedBy,
    @NotNull LocalDate decidedOn,
    @NotBlank @Size(max = 4000) String reason,
    @Nullable @Size(max = 4000) String againstBalanceBecause) {}
