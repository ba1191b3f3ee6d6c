package uk.carecontracts.contracts.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier promises beyond the service.
 *
 * @param measure what is counted
 * @param target how much is promised
 * @param unit what it is counted in
 */
public record SocialValueCommitment(
    @NotBlank @Size(max = 1000) String measure,
    @Nullable BigDecimal target,
    @Nullable @Size(max = 50) String unit) {}
