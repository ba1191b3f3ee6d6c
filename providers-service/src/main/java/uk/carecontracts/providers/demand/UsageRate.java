package uk.carecontracts.providers.demand;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much of a service an age band uses.
 *
 * @param ageBand as the cohorts write it
 * @param perThousand people of a thousand who use the service at any one time
 * @param unitsPerPerson units each of them uses: hours a week, beds, or 1 where people are counted
 * @param source where the rate comes from
 */
@Schema(name = "UsageRate")
public record UsageRate(
    @NotBlank @Size(max = 40) @Schema(examples = "85+") String ageBand,
    @NotNull
        @DecimalMin("0")
        @DecimalMax("1000")
        @Digits(integer = 4, fraction = 8)
        @Schema(examples = "62.5")
        BigDecimal perThousand,
    @NotNull @DecimalMin("0") @Digits(integer = 6, fraction = 6) @Schema(examples = "13.5")
        BigDecimal unitsPerPerson,
    @NotBlank @Size(max = 300) String source) {}
