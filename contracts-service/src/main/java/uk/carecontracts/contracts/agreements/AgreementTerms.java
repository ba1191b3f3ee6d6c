package uk.carecontracts.contracts.agreements;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * What an agreement promises beyond what every contract says: lots and routes for a framework or
 * dynamic market, reserved volume for a block, shares for an alliance.
 *
 * @param lots lots of a framework or dynamic market
 * @param routes how contracts may be called off; every route when left out
 * @param volume what a block reserves
 * @param shares by which the partners of an alliance bear risk and reward
 */
@Schema(
    examples =
        """
        {"lots": [{"id": "1", "title": "Home care, north", "serviceType": "HOMECARE", \
        "requiredLevel": 2, "ceiling": {"amount": 900000.00, "currency": "GBP"}}], "routes": \
        ["DIRECT", "MINI_COMPETITION"]}""")
public record AgreementTerms(
    @Valid @Size(max = 200) List<@NotNull AgreementLot> lots,
    @Size(max = 3) List<@NotNull CallOffRoute> routes,
    @Nullable @Valid ReservedVolume volume,
    @Valid @Size(max = 50) List<@NotNull Share> shares) {

  /** What is left out becomes empty. */
  public AgreementTerms {
    lots = lots == null ? List.of() : List.copyOf(lots);
    routes = routes == null ? List.of() : List.copyOf(routes);
    shares = shares == null ? List.of() : List.copyOf(shares);
  }

  /**
   * A part of an agreement with suppliers of its own.
   *
   * @param id its number or letter
   * @param title what it is for
   * @param serviceType the service that is called off
   * @param requiredLevel accreditation level its suppliers need for that service, 1 to 3; none when
   *     left out
   * @param area where it is for
   * @param ceiling the most that may be called off in it
   */
  @Schema(name = "AgreementLot")
  public record AgreementLot(
      @NotBlank @Size(max = 100) String id,
      @NotBlank @Size(max = 500) String title,
      @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}", message = "must be a code in UPPER_SNAKE")
          String serviceType,
      @Nullable @Min(1) @Max(3) Integer requiredLevel,
      @Nullable @Size(max = 1000) String area,
      @Nullable Money ceiling) {
    int level() {
      return requiredLevel == null ? 0 : requiredLevel;
    }
  }

  /** What reserved volume is counted in. */
  public enum VolumeUnit {
    /** Beds or places held at any time. */
    PLACES,
    /** Hours of care a week. */
    HOURS_PER_WEEK
  }

  /**
   * Volume a block reserves.
   *
   * @param quantity how much at any time
   * @param unit what it is counted in
   */
  public record ReservedVolume(
      @NotNull @DecimalMin("0.01") BigDecimal quantity, @NotNull VolumeUnit unit) {}

  /**
   * A partner's share.
   *
   * @param name the partner, as the contract names it
   * @param riskPercent its share of a loss
   * @param rewardPercent its share of a gain
   */
  public record Share(
      @NotBlank @Size(max = 500) String name,
      @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal riskPercent,
      @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal rewardPercent) {}

  /** A lot by its id. */
  Optional<AgreementLot> lot(String id) {
    return lots.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Whether contracts may be called off by a route. */
  boolean permits(CallOffRoute route) {
    return routes.isEmpty() || routes.contains(route);
  }
}
