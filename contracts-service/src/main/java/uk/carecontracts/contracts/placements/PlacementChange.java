package uk.carecontracts.contracts.placements;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * New terms of a placement; what is left out stays as it was.
 *
 * @param from first day of the new terms, not in the future; today when left out. The day the last
 *     terms began corrects those
 * @param reason why
 * @param kind SPOT or BLOCK
 * @param careType kind of care
 * @param area district where it is given
 * @param locationId the registered home or branch
 * @param weeklyPrice pounds for a week
 * @param hoursPerWeek hours of care a week
 */
@Schema(
    examples =
        """
        {"from": "2026-04-06", "reason": "Uplift of 2026", "weeklyPrice": {"amount": 949.00, \
        "currency": "GBP"}}""")
public record PlacementChange(
    @Nullable LocalDate from,
    @NotBlank @Size(max = 2000) String reason,
    @Nullable PlacementKind kind,
    @Nullable @Pattern(regexp = PlacementRequest.CODE, message = PlacementRequest.CODE_MESSAGE)
        String careType,
    @Nullable @Size(max = 200) String area,
    @Nullable UUID locationId,
    @Nullable Money weeklyPrice,
    @Nullable @DecimalMin("0") @DecimalMax("336") @Digits(integer = 3, fraction = 2)
        BigDecimal hoursPerWeek) {

  /** The terms after the change. */
  PlacementTerms applyTo(PlacementTerms before, LocalDate day) {
    return new PlacementTerms(
        day,
        kind == null ? before.kind() : kind,
        careType == null ? before.careType() : careType,
        area == null ? before.area() : area,
        locationId == null ? before.locationId() : locationId,
        weeklyPrice == null ? before.weeklyPrice() : weeklyPrice,
        hoursPerWeek == null ? before.hoursPerWeek() : hoursPerWeek,
        reason);
  }
}
