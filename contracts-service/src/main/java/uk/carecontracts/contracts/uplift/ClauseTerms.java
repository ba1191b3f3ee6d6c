package uk.carecontracts.contracts.uplift;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An uplift clause as it is written: movements are read from index series on the day it is applied,
 * unless a component states its own.
 *
 * @param components indices with weights that total 100
 * @param efficiencyPercent deducted before floor and cap
 * @param floorPercent least uplift
 * @param capPercent greatest uplift
 * @param appliesTo what part of the price it applies to, in words; the whole price when left out
 * @param appliesToPercent share of the price it applies to; 100 when left out
 */
@Schema(
    name = "UpliftClauseTerms",
    examples =
        """
        {"components": [{"index": "CPI", "weightPercent": 40}, {"index": "NLW", "weightPercent": \
        60}], "capPercent": 8}""")
public record ClauseTerms(
    @NotEmpty @Size(max = 50) @Valid List<@NotNull Component> components,
    @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 12)
        BigDecimal efficiencyPercent,
    @Nullable @Digits(integer = 4, fraction = 12) BigDecimal floorPercent,
    @Nullable @Digits(integer = 4, fraction = 12) BigDecimal capPercent,
    @Nullable @Size(max = 200) String appliesTo,
    @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 12)
        BigDecimal appliesToPercent) {

  /** Copies the components. */
  public ClauseTerms {
    components = components == null ? List.of() : List.copyOf(components);
  }

  /**
   * One index.
   *
   * @param index code of an index series, or FIXED
   * @param weightPercent its share
   * @param movementPercent how far it moves; the series' latest published movement when left out
   */
  @Schema(name = "UpliftComponent")
  public record Component(
      @NotBlank @Size(max = 60) String index,
      @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 12)
          BigDecimal weightPercent,
      @Nullable @Digits(integer = 4, fraction = 12) BigDecimal movementPercent) {}

  BigDecimal share() {
    return appliesToPercent == null ? BigDecimal.valueOf(100) : appliesToPercent;
  }
}
