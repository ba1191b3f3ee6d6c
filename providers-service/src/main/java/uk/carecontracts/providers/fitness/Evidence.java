package uk.carecontracts.providers.fitness;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an accreditation rests on.
 *
 * @param title what it is
 * @param link where it is kept
 */
public record Evidence(
    @NotBlank @Size(max = 300) String title, @Nullable @Size(max = 1000) String link) {}
