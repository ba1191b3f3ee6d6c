package uk.carecontracts.contracts.options;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * A right to let the contract run longer.
 *
 * @param months how much longer
 * @param noticeMonths notice in months before the last day it follows
 * @param additionalValue what the longer term is worth; from the annual value when left out
 * @param clause the clause of the signed contract; needed once the contract is awarded
 */
public record ExtensionRequest(
    @NotNull @Min(1) @Max(240) Integer months,
    @NotNull @Min(0) @Max(60) Integer noticeMonths,
    @Nullable Money additionalValue,
    @Nullable @Size(max = 200) String clause) {}
