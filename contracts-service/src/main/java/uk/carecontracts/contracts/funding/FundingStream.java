package uk.carecontracts.contracts.funding;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A share of what a contract costs.
 *
 * @param kind where the money comes from
 * @param name what it is called, such as Adult social care base budget
 * @param fundId the fund it comes from; needed for a pooled fund
 * @param sharePercent its share
 * @param reference of the grant or transfer agreement
 */
public record FundingStream(
    @NotNull StreamKind kind,
    @NotBlank @Size(max = 300) String name,
    @Nullable UUID fundId,
    @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100") BigDecimal sharePercent,
    @Nullable @Size(max = 200) String reference) {}
