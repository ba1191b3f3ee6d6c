package uk.carecontracts.contracts.placements;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who gives the care.
 *
 * @param providerId the shared provider record, where known
 * @param name its name
 */
public record PlacementProvider(
    @Nullable UUID providerId, @NotBlank @Size(max = 500) String name) {}
