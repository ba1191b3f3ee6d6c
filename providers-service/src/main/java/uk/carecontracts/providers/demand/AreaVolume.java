package uk.carecontracts.providers.demand;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What there is, or is contracted, in an area.
 *
 * @param area GSS code
 * @param units in the forecast's unit
 * @param source where that is known from
 */
@Schema(name = "AreaVolume")
public record AreaVolume(
    @NotBlank @Size(max = 20) String area,
    @NotNull @DecimalMin("0") @Digits(integer = 10, fraction = 4) BigDecimal units,
    @NotBlank @Size(max = 500) String source) {}
