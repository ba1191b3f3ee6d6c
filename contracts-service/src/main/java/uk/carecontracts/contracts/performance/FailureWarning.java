package uk.carecontracts.contracts.performance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the supplier was told of its failure.
 *
 * @param on when it was told
 * @param description what: a warning notice under the contract, a plan to improve
 * @param improveBy until when it had the opportunity to improve; none when it was only warned
 */
public record FailureWarning(
    @NotNull LocalDate on,
    @NotBlank @Size(max = 4000) String description,
    @Nullable LocalDate improveBy) {}
