package uk.carecontracts.providers.costs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.providers.terms.BoughtCare;

/**
 * What a unit costs a provider against what it is paid.
 *
 * @param costModelId the model
 * @param asOf the day of the prices
 * @param unit HOUR or WEEK
 * @param unitCost what a unit costs
 * @param lowestPrice the cheapest price paid
 * @param medianPrice the middle price paid
 * @param highestPrice the dearest price paid
 * @param margin median price less unit cost; negative means that the price does not cover the cost
 * @param marginPercent the margin in percent of the unit cost
 * @param belowCost how many prices lie below the unit cost
 * @param counted every placement and agreement whose price was counted, cheapest first
 * @param explanation in words
 */
@Schema(name = "PriceComparison")
public record PriceComparison(
    UUID costModelId,
    LocalDate asOf,
    String unit,
    Money unitCost,
    @Nullable Money lowestPrice,
    @Nullable Money medianPrice,
    @Nullable Money highestPrice,
    @Nullable Money margin,
    @Nullable BigDecimal marginPercent,
    int belowCost,
    List<Paid> counted,
    String explanation) {

  /** One price paid. */
  @Schema(name = "PricePaid")
  public record Paid(
      String kind, UUID id, @Nullable UUID contractId, Money price, @Nullable String area) {}

  static PriceComparison of(
      UUID model, LocalDate day, String unit, BigDecimal cost, List<BoughtCare> prices) {
    List<BigDecimal> paid =
        prices.stream().map(each -> java.util.Objects.requireNonNull(each.unitPrice())).toList();
    List<Paid> counted =
        prices.stream()
            .map(
                each ->
                    new Paid(
                        each.kind(),
                        each.id(),
                        each.contractId(),
                        Money.gbp(java.util.Objects.requireNonNull(each.unitPrice())),
                        each.area()))
            .toList();
    Money shown = Money.gbp(cost);
    if (paid.isEmpty()) {
      return new PriceComparison(
          model,
          day,
          unit,
          shown,
          null,
          null,
          null,
          null,
          null,
          0,
          counted,
          "No price is known that your authority paid this provider for this service on this day.");
    }
    BigDecimal median = Quartiles.of(paid).median();
    BigDecimal margin = median.subtract(cost);
    int below = (int) paid.stream().filter(price -> price.compareTo(cost) < 0).count();
    return new PriceComparison(
        model,
        day,
        unit,
        shown,
        Money.gbp(paid.get(0)),
        Money.gbp(median),
        Money.gbp(paid.get(paid.size() - 1)),
        Money.gbp(margin),
        cost.signum() == 0
            ? null
            : CostBreakdown.shown(margin.multiply(CostSheet.HUNDRED).divide(cost, CostSheet.EXACT)),
        below,
        counted,
        "Median price £%s − unit cost £%s = £%s; %d of %d prices lie below the cost."
            .formatted(
                Money.gbp(median).amount().toPlainString(),
                shown.amount().toPlainString(),
                Money.gbp(margin).amount().toPlainString(),
                below,
                paid.size()));
  }
}
