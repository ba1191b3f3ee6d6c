package uk.carecontracts.monitoring.returns;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A return as a provider begins it.
 *
 * @param planId the plan it answers
 * @param periodStart first day of one of the plan's periods
 * @param periodEnd last day of that period
 * @param observations what was measured
 * @param minutesSpent minutes it took to collect
 * @param submit true to hand it in at once; a draft when left out
 */
@Schema(name = "ReturnDraft")
public record ReturnDraft(
    @NotNull UUID planId,
    @NotNull LocalDate periodStart,
    @NotNull LocalDate periodEnd,
    @NotNull @Size(max = 200) List<@Valid @NotNull Reading> observations,
    @Nullable @Min(0) @Max(100_000) Integer minutesSpent,
    @Nullable Boolean submit) {}
