package uk.carecontracts.contracts.schedules;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.pricing.BandMode;
import uk.carecontracts.contracts.pricing.PriceBand;
import uk.carecontracts.contracts.pricing.ProviderCost;
import uk.carecontracts.contracts.pricing.SlidingScale;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * What a contract costs. Amounts are pounds; unit prices may have fractions of a penny.
 *
 * @param model how it is priced; the model says which of the others it needs
 * @param unit what volume is counted in, such as HOUR or BED_WEEK
 * @param annualAmount pounds a year: FIXED, OUTCOME_SHARE, and the block of BLOCK_AND_SPOT
 * @param unitPrice pounds for a unit: UNIT_RATE, SLIDING_SCALE (at 100 %), and the spot price of
 *     BLOCK_AND_SPOT
 * @param mode how bands apply, for SLIDING_SCALE; MARGINAL when left out
 * @param bands ascending, the last without upTo; a first one without upTo ends at break-even
 * @param fixedCost the provider's cost whatever the volume, for break-even and margin
 * @param variableUnitCost the provider's cost for one unit
 * @param blockVolume units a year that the block pays for, for BLOCK_AND_SPOT
 * @param atRiskPercent share of the amount that depends on outcomes, for OUTCOME_SHARE
 */
@Schema(
    name = "PriceTerms",
    examples =
        """
        {"model": "SLIDING_SCALE", "unit": "HOUR", "unitPrice": 20.00, "mode": "MARGINAL", "bands": \
        [{"ratePercent": 100}, {"upTo": 15000, "ratePercent": 95}, {"ratePercent": 90}], \
        "fixedCost": 60000, "variableUnitCost": 14.00}""")
public record PriceTerms(
    @NotNull PriceModel model,
    @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}", message = "must be a code in UPPER_SNAKE")
        String unit,
    @Nullable @DecimalMin("0") @Digits(integer = 12, fraction = 2) BigDecimal annualAmount,
    @Nullable @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal unitPrice,
    @Nullable BandMode mode,
    @Size(max = 100) @Valid List<@NotNull Band> bands,
    @Nullable @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal fixedCost,
    @Nullable @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal variableUnitCost,
    @Nullable @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal blockVolume,
    @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 12)
        BigDecimal atRiskPercent) {

  private static final int MOST_PLACES = 6;

  /** What is left out becomes empty. */
  public PriceTerms {
    bands = bands == null ? List.of() : List.copyOf(bands);
  }

  /** A band of volume with its rate of the unit price. */
  @Schema(name = "ScheduleBand")
  public record Band(
      @Nullable @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal upTo,
      @NotNull @DecimalMin("0") @DecimalMax("1000") @Digits(integer = 4, fraction = 12)
          BigDecimal ratePercent) {}

  /** The bands as a sliding scale; only for a schedule of that model. */
  SlidingScale scale() {
    ProviderCost cost =
        fixedCost == null || variableUnitCost == null
            ? null
            : new ProviderCost(fixedCost, variableUnitCost);
    return new SlidingScale(
        Objects.requireNonNull(unitPrice),
        mode == null ? BandMode.MARGINAL : mode,
        bands.stream().map(band -> new PriceBand(band.upTo(), band.ratePercent())).toList(),
        cost);
  }

  /**
   * The same terms with every price raised, amounts to a penny and unit prices to a millionth of a
   * pound. The provider's costs rise with them: bands and break-even stay where they were agreed.
   *
   * @param percent by how much, 4.96 for 4.96 %
   */
  PriceTerms raised(BigDecimal percent) {
    BigDecimal factor = BigDecimal.ONE.add(percent.movePointLeft(2));
    return new PriceTerms(
        model,
        unit,
        annualAmount == null
            ? null
            : annualAmount.multiply(factor).setScale(2, RoundingMode.HALF_UP),
        raised(unitPrice, factor),
        mode,
        bands,
        raised(fixedCost, factor),
        raised(variableUnitCost, factor),
        blockVolume,
        atRiskPercent);
  }

  private static @Nullable BigDecimal raised(@Nullable BigDecimal price, BigDecimal factor) {
    if (price == null) {
      return null;
    }
    BigDecimal exact =
        price.multiply(factor).setScale(MOST_PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
    return exact.scale() < 2 ? exact.setScale(2) : exact;
  }

  /** Refuses terms that lack what their model needs, or have what it has no use for. */
  void check() {
    List<Violation> found = new ArrayList<>();
    boolean amount =
        model == PriceModel.FIXED
            || model == PriceModel.OUTCOME_SHARE
            || model == PriceModel.BLOCK_AND_SPOT;
    boolean unitPriced =
        model == PriceModel.UNIT_RATE
            || model == PriceModel.SLIDING_SCALE
            || model == PriceModel.BLOCK_AND_SPOT;
    boolean scale = model == PriceModel.SLIDING_SCALE;
    fits("annualAmount", annualAmount, amount, found);
    fits("unitPrice", unitPrice, unitPriced, found);
    fits("unit", unit, unitPriced, found);
    fits("bands", bands.isEmpty() ? null : bands, scale, found);
    fits("blockVolume", blockVolume, model == PriceModel.BLOCK_AND_SPOT, found);
    fits("atRiskPercent", atRiskPercent, model == PriceModel.OUTCOME_SHARE, found);
    if (!scale && (mode != null || fixedCost != null || variableUnitCost != null)) {
      found.add(new Violation("/terms/mode", "Only a sliding scale has mode and costs."));
    }
    if (scale && unitPrice != null && !bands.isEmpty()) {
      scale()
          .breaches()
          .forEach(each -> found.add(new Violation("/terms" + each.pointer(), each.message())));
    }
    if (!found.isEmpty()) {
      throw new RuleViolation("PRICE_TERMS_INVALID", found);
    }
  }

  private void fits(String name, @Nullable Object value, boolean needed, List<Violation> found) {
    if (needed && value == null) {
      found.add(
          new Violation("/terms/" + name, "A price of model " + model + " needs " + name + "."));
    } else if (!needed && value != null) {
      found.add(
          new Violation("/terms/" + name, "A price of model " + model + " has no " + name + "."));
    }
  }
}
