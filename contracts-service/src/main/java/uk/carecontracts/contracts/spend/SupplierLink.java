package uk.carecontracts.contracts.spend;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a keeper knows of a supplier; what is left out is found by identifiers and names again.
 *
 * @param providerId the shared provider record it is
 * @param contractId the contract that payments to it are under, while they are within its dates
 * @param reason how the keeper knows
 */
record SupplierLink(
    @Nullable UUID providerId,
    @Nullable UUID contractId,
    @NotBlank @Size(max = 1000) String reason) {}
