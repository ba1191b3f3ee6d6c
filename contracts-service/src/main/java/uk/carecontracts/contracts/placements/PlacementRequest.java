package uk.carecontracts.contracts.placements;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * A new placement. What is left out is taken from its location (care type, area) or its contract
 * (service, client group, area).
 *
 * @param reference the authority's own reference of the placement, unique within it
 * @param contractId the contract or agreement it is made under
 * @param provider who gives the care
 * @param locationId the registered home or branch
 * @param kind SPOT or BLOCK
 * @param careType kind of care, UPPER_SNAKE, as locations have it
 * @param serviceType service in the authority's own code list, UPPER_SNAKE
 * @param clientGroup group of people, UPPER_SNAKE
 * @param area district where it is given: its GSS code, or the authority's name for it
 * @param personReference pseudonymous reference of the person, never a name or number of theirs
 * @param weeklyPrice pounds for a week
 * @param hoursPerWeek hours of care a week, where it is measured in hours
 * @param startDate first day
 * @param endDate last day, where it is known
 */
@Schema(
    examples =
        """
        {"reference": "PL-000123", "provider": {"name": "Fernleigh Ltd"}, "kind": "SPOT", \
        "careType": "RESIDENTIAL_HOME", "serviceType": "RESIDENTIAL_CARE", "clientGroup": \
        "OLDER_PEOPLE", "area": "E07000117", "personReference": "P-48113", "weeklyPrice": \
        {"amount": 912.50, "currency": "GBP"}, "startDate": "2026-05-04"}""")
public record PlacementRequest(
    @Nullable @Size(max = 200) String reference,
    @Nullable UUID contractId,
    @NotNull @Valid PlacementProvider provider,
    @Nullable UUID locationId,
    @NotNull PlacementKind kind,
    @Nullable @Pattern(regexp = CODE, message = CODE_MESSAGE) String careType,
    @Nullable @Pattern(regexp = CODE, message = CODE_MESSAGE) String serviceType,
    @Nullable @Pattern(regexp = CODE, message = CODE_MESSAGE) String clientGroup,
    @Nullable @Size(max = 200) String area,
    @NotBlank @Size(max = 200) String personReference,
    @NotNull Money weeklyPrice,
    @Nullable @DecimalMin("0") @DecimalMax("336") @Digits(integer = 3, fraction = 2)
        BigDecimal hoursPerWeek,
    @NotNull LocalDate startDate,
    @Nullable LocalDate endDate) {
  static final String CODE = "[A-Z][A-Z0-9_]{0,59}";
  static final String CODE_MESSAGE = "must be a code in UPPER_SNAKE";
}
