package uk.carecontracts.monitoring.returns;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One observation as it is handed in and shown.
 *
 * @param indicator code of the indicator
 * @param value the value in the indicator's unit; worked out when numerator and denominator are
 *     given
 * @param numerator what was counted
 * @param denominator of what
 * @param note what the reader should know
 */
@Schema(name = "Observation")
public record Reading(
    @NotNull @Size(max = 60) String indicator,
    @Nullable BigDecimal value,
    @Nullable BigDecimal numerator,
    @Nullable BigDecimal denominator,
    @Nullable @Size(max = 2000) String note) {}
