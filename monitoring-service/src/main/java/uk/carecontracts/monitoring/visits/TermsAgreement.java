package uk.carecontracts.monitoring.visits;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Terms to agree for the visits of a contract, or of all contracts that have none of their own.
 *
 * @param contractId the contract; the authority's default when left out
 * @param validFrom first day they hold
 * @param minutesEarly a visit begun no more than this before its planned start is on time
 * @param minutesLate a visit begun no more than this after its planned start is on time
 * @param shortBelowPercent a delivered visit is short below this share of the minutes agreed
 * @param source where they come from, such as a clause of the contract
 */
@Schema(name = "VisitTermsAgreement")
public record TermsAgreement(
    @Nullable UUID contractId,
    @NotNull LocalDate validFrom,
    @NotNull @Min(0) @Max(240) Integer minutesEarly,
    @NotNull @Min(0) @Max(240) Integer minutesLate,
    @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal shortBelowPercent,
    @NotBlank @Size(max = 300) String source) {}
