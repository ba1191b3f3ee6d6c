package uk.carecontracts.monitoring.returns;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a return says, in whole.
 *
 * @param observations what was measured
 * @param minutesSpent minutes it took to collect
 */
@Schema(name = "ReturnContent")
public record ReturnContent(
    @NotNull @Size(max = 200) List<@Valid @NotNull Reading> observations,
    @Nullable @Min(0) @Max(100_000) Integer minutesSpent) {}
