package uk.carecontracts.contracts.performance;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came of a failure on a day.
 *
 * @param kind which outcome
 * @param on its day
 * @param description in words; of a partial termination which part of the contract ended
 * @param amount pounds awarded or paid
 * @param basis why that money is paid
 */
public record FailureOutcome(
    @NotNull OutcomeKind kind,
    @NotNull LocalDate on,
    @NotBlank @Size(max = 4000) String description,
    @Nullable @DecimalMin(value = "0", inclusive = false) BigDecimal amount,
    @Nullable PenaltyBasis basis) {}
