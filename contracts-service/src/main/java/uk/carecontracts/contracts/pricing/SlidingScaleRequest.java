package uk.carecontracts.contracts.pricing;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a volume would cost on a sliding scale.
 *
 * @param agreedUnitPrice pounds for one unit at 100 %
 * @param volume units
 * @param mode MARGINAL when left out
 * @param bands ascending; the last without upTo, the first too when break-even is to end it
 * @param fixedCost the provider's cost in pounds whatever the volume
 * @param variableUnitCost the provider's cost in pounds for one unit
 */
@Schema(
    examples =
        """
        {"agreedUnitPrice": 20.00, "volume": 18000, "mode": "MARGINAL", "bands": [{"upTo": 10000, \
        "ratePercent": 100}, {"upTo": 15000, "ratePercent": 95}, {"ratePercent": 90}], \
        "fixedCost": 60000, "variableUnitCost": 14.00}""")
public record SlidingScaleRequest(
    @NotNull
        @DecimalMin("0")
        @Digits(integer = 12, fraction = 6)
        @JsonDeserialize(using = AmountInput.class)
        BigDecimal agreedUnitPrice,
    @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal volume,
    @Nullable BandMode mode,
    @NotEmpty @Size(max = 100) List<@NotNull @Valid Band> bands,
    @Nullable
        @DecimalMin("0")
        @Digits(integer = 12, fraction = 6)
        @JsonDeserialize(using = AmountInput.class)
        BigDecimal fixedCost,
    @Nullable
        @DecimalMin("0")
        @Digits(integer = 12, fraction = 6)
        @JsonDeserialize(using = AmountInput.class)
        BigDecimal variableUnitCost) {

  /** A band of volume with its rate. */
  public record Band(
      @Nullable @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal upTo,
      @NotNull @DecimalMin("0") @DecimalMax("1000") @Digits(integer = 4, fraction = 12)
          BigDecimal ratePercent) {}

  /** Why break-even or margin are not in the answer, where the caller may expect them. */
  List<String> notes() {
    if ((fixedCost == null) != (variableUnitCost == null)) {
      return List.of("Break-even and margin need both fixedCost and variableUnitCost.");
    }
    return fixedCost != null && scale().breakEvenVolume().isEmpty()
        ? List.of("The price does not cover the variable cost: no volume breaks even.")
        : List.of();
  }

  /** The scale it describes. */
  public SlidingScale scale() {
    ProviderCost cost =
        fixedCost == null || variableUnitCost == null
            ? null
            : new ProviderCost(fixedCost, variableUnitCost);
    return new SlidingScale(
        agreedUnitPrice,
        mode == null ? BandMode.MARGINAL : mode,
        bands.stream().map(band -> new PriceBand(band.upTo(), band.ratePercent())).toList(),
        cost);
  }
}
