package uk.carecontracts.contracts.pricing;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
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
 * What an inflation clause would give.
 *
 * @param components index movements with weights that total 100
 * @param floorPercent least uplift
 * @param capPercent greatest uplift
 * @param efficiencyPercent deducted before floor and cap
 * @param annualValue pounds a year before the uplift
 */
@Schema(
    examples =
        """
        {"components": [{"index": "CPI", "movementPercent": 3, "weightPercent": 40}, {"index": \
        "NLW", "movementPercent": 10.1, "weightPercent": 60}], "annualValue": 100000.00}""")
public record UpliftRequest(
    @NotEmpty @Size(max = 50) List<@NotNull @Valid Component> components,
    @Nullable @Digits(integer = 4, fraction = 12) BigDecimal floorPercent,
    @Nullable @Digits(integer = 4, fraction = 12) BigDecimal capPercent,
    @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 4, fraction = 12)
        BigDecimal efficiencyPercent,
    @Nullable
        @DecimalMin("0")
        @Digits(integer = 15, fraction = 2)
        @JsonDeserialize(using = AmountInput.class)
        BigDecimal annualValue) {

  /**
   * One index.
   *
   * @param index its name, such as NLW, CPI, CPIH, EMPLOYER_NI, FUEL or FIXED
   * @param movementPercent how far it moved
   * @param weightPercent its share of the price
   */
  public record Component(
      @NotBlank @Size(max = 60) String index,
      @NotNull @Digits(integer = 4, fraction = 12) BigDecimal movementPercent,
      @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 4, fraction = 12)
          BigDecimal weightPercent) {}

  UpliftClause clause() {
    return new UpliftClause(
        components.stream()
            .map(
                each ->
                    new UpliftClause.Component(
                        each.index(), each.movementPercent(), each.weightPercent()))
            .toList(),
        floorPercent,
        capPercent,
        efficiencyPercent);
  }
}
