package uk.carecontracts.contracts.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * The price of a volume and how it was found.
 *
 * @param total what the volume costs
 * @param flatTotal what it would cost at the agreed price
 * @param saving flat less total
 * @param savingPercent saving as a share of the flat price
 * @param effectiveUnitPrice total for one unit; absent for no volume
 * @param breakEvenVolume where the agreed price has covered the provider's fixed cost
 * @param providerMargin what is left to the provider
 * @param steps the calculation
 * @param cliffs volumes above which the whole becomes cheaper (WHOLE_VOLUME)
 * @param warnings what a person should notice
 */
public record SlidingScaleAnswer(
    Money total,
    Money flatTotal,
    Money saving,
    BigDecimal savingPercent,
    @Nullable Money effectiveUnitPrice,
    @Nullable BigDecimal breakEvenVolume,
    @Nullable Money providerMargin,
    List<Step> steps,
    List<Cliff> cliffs,
    List<String> warnings) {

  /** One line of the calculation; the unit price is shown exact. */
  public record Step(
      String description,
      BigDecimal units,
      BigDecimal ratePercent,
      BigDecimal unitPrice,
      Money amount) {}

  /** A fall of the total. */
  public record Cliff(
      BigDecimal atVolume,
      Money totalAt,
      Money totalAbove,
      Money fall,
      @Nullable BigDecimal cheaperUpTo) {}

  /**
   * Answers with a quote.
   *
   * @param notes what a person should notice beside its cliffs
   */
  static SlidingScaleAnswer of(SlidingScaleQuote quote, List<String> notes) {
    List<Cliff> cliffs = quote.cliffs().stream().map(SlidingScaleAnswer::cliff).toList();
    return new SlidingScaleAnswer(
        Money.gbp(quote.exactTotal()),
        Money.gbp(quote.exactFlatTotal()),
        Money.gbp(quote.exactSaving()),
        Percent.shown(quote.savingPercent()),
        quote.effectiveUnitPrice().map(Money::gbp).orElse(null),
        quote.scale().breakEvenVolume().map(SlidingScaleAnswer::plain).orElse(null),
        quote.providerMargin().map(Money::gbp).orElse(null),
        quote.steps().stream().map(SlidingScaleAnswer::step).toList(),
        cliffs,
        Stream.concat(cliffs.stream().map(SlidingScaleAnswer::warning), notes.stream()).toList());
  }

  private static Step step(SlidingScaleQuote.Step step) {
    return new Step(
        step.description(),
        step.units(),
        step.ratePercent(),
        plain(step.unitPrice()),
        Money.gbp(step.amount()));
  }

  private static Cliff cliff(SlidingScaleQuote.Cliff cliff) {
    return new Cliff(
        cliff.atVolume(),
        Money.gbp(cliff.totalAt()),
        Money.gbp(cliff.totalAbove()),
        Money.gbp(cliff.fall()),
        cliff.dearerUntil() == null ? null : Percent.shown(cliff.dearerUntil()));
  }

  private static String warning(Cliff cliff) {
    return "Just above "
        + Percent.plain(cliff.atVolume())
        + " units the total falls by £"
        + cliff.fall().amount().toPlainString()
        + ": buying more costs less there.";
  }

  private static BigDecimal plain(BigDecimal exact) {
    return new BigDecimal(Percent.plain(exact));
  }
}
