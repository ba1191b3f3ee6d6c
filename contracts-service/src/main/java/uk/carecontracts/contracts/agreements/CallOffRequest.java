package uk.carecontracts.contracts.agreements;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * A contract to be called off under an agreement.
 *
 * @param lotId the lot
 * @param route how the supplier is found
 * @param reference the authority's reference of the contract that is made
 * @param title what it is called
 * @param description what is provided; the agreement's when left out
 * @param value its total value; in a mini-competition the most it may cost
 * @param annualValue its value in a year
 * @param start first day of the service
 * @param end last day of the service
 * @param providerId the supplier, for DIRECT and USER_CHOICE
 * @param reason why this supplier, for DIRECT; how the person chose, for USER_CHOICE; for a
 *     mini-competition why not every admitted supplier is invited
 * @param criteria how bids are judged, for MINI_COMPETITION; their weights total 100
 * @param invited suppliers invited, for MINI_COMPETITION; every admitted one when left out
 */
@Schema(
    examples =
        """
        {"lotId": "1", "route": "DIRECT", "reference": "C-2026-014", "title": "Home care, Ashby", \
        "value": {"amount": 120000.00, "currency": "GBP"}, "start": "2026-06-01", "end": \
        "2027-05-31", "providerId": "0191d3c5-0000-7000-8000-000000000000", "reason": "Only \
        supplier with carers in the valley"}""")
public record CallOffRequest(
    @NotBlank @Size(max = 100) String lotId,
    @NotNull CallOffRoute route,
    @NotBlank @Size(max = 200) String reference,
    @NotBlank @Size(max = 1000) String title,
    @Nullable @Size(max = 20000) String description,
    @NotNull Money value,
    @Nullable Money annualValue,
    @NotNull LocalDate start,
    @NotNull LocalDate end,
    @Nullable UUID providerId,
    @Nullable @Size(max = 4000) String reason,
    @Valid @Size(max = 20) List<@NotNull Criterion> criteria,
    @Size(max = 500) List<@NotNull UUID> invited) {

  /** What is left out becomes empty. */
  public CallOffRequest {
    criteria = criteria == null ? List.of() : List.copyOf(criteria);
    invited = invited == null ? List.of() : List.copyOf(invited);
  }

  /**
   * What bids are judged by.
   *
   * @param name of the criterion
   * @param weightPercent its weight
   * @param price whether it is the price: its score is then 100 × lowest price ÷ price
   */
  @Schema(name = "CallOffCriterion")
  public record Criterion(
      @NotBlank @Size(max = 200) String name,
      @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100")
          BigDecimal weightPercent,
      boolean price) {}
}
