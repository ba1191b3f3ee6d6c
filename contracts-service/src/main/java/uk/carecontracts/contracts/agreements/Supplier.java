package uk.carecontracts.contracts.agreements;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A supplier of an agreement.
 *
 * @param providerId the shared provider record
 * @param name its name
 */
public record Supplier(@NotNull UUID providerId, @NotBlank @Size(max = 500) String name) {}
