package uk.carecontracts.monitoring.indicators;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.scorecards.Direction;

/**
 * An indicator an authority defines for itself; see {@link Indicator} for what the parts mean.
 *
 * @param code its code in upper case
 * @param title what it measures
 * @param outcomeCode the outcome it speaks for
 * @param outcomeTitle that outcome in words
 * @param level whose result it shows
 * @param unit what it is measured in
 * @param direction which way is better
 * @param baseline usual starting point
 * @param target usual target
 * @param tolerance how far a miss may go and still be amber
 * @param weight usual importance; 1 when left out
 * @param frequency how often it is usually asked; BY_TIER when left out
 * @param numerator what is counted
 * @param denominator of what
 * @param serviceKeywords words of a service type it suits; every service when left out
 * @param validFrom first day; today when left out
 * @param source where it comes from
 */
@Schema(name = "IndicatorDefinition")
public record IndicatorDefinition(
    @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,59}") String code,
    @NotBlank @Size(max = 300) String title,
    @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,59}") String outcomeCode,
    @NotBlank @Size(max = 300) String outcomeTitle,
    @NotNull Level level,
    @NotNull Unit unit,
    @NotNull Direction direction,
    @Nullable BigDecimal baseline,
    @NotNull BigDecimal target,
    @NotNull @DecimalMin("0") BigDecimal tolerance,
    @Nullable @DecimalMin(value = "0", inclusive = false) BigDecimal weight,
    @Nullable Frequency frequency,
    @Nullable @Size(max = 1000) String numerator,
    @Nullable @Size(max = 1000) String denominator,
    @Nullable @Size(max = 50) List<@NotBlank String> serviceKeywords,
    @Nullable LocalDate validFrom,
    @Nullable @Size(max = 300) String source) {

  Indicator by(String authority, LocalDate today) {
    return new Indicator(
        authority,
        code,
        title,
        outcomeCode,
        outcomeTitle,
        level,
        unit,
        direction,
        baseline,
        target,
        tolerance,
        weight == null ? BigDecimal.ONE : weight,
        frequency == null ? Frequency.BY_TIER : frequency,
        numerator,
        denominator,
        serviceKeywords == null ? List.of() : serviceKeywords,
        validFrom == null ? today : validFrom,
        null,
        source == null ? "Defined by the authority" : source);
  }
}
