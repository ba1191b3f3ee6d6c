package uk.carecontracts.contracts.lengths;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * What speaks for a long or a short contract here.
 *
 * @param code a known factor, or one of its own in UPPER_SNAKE
 * @param direction what it speaks for
 * @param weightPercent how much it matters; all weights total 100
 * @param strength how strongly it is met here, from 0 to 10
 * @param evidence how that is known
 */
public record WeighedFactor(
    @NotBlank
        @Size(max = 60)
        @Pattern(regexp = "[A-Z][A-Z0-9_]*", message = "must be a code in UPPER_SNAKE")
        String code,
    @NotNull Direction direction,
    @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal weightPercent,
    @NotNull @DecimalMin("0") @DecimalMax("10") BigDecimal strength,
    @NotBlank @Size(max = 2000) String evidence) {}
