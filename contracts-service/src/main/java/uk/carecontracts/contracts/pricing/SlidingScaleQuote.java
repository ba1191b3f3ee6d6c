package uk.carecontracts.contracts.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The price of one volume on a sliding scale, exact, with the way it was found.
 *
 * @param scale the scale used
 * @param volume the volume quoted
 * @param exactTotal the price before rounding to pence
 * @param steps one for each band that was used
 * @param cliffs where a little more volume makes the whole cheaper
 */
public record SlidingScaleQuote(
    SlidingScale scale,
    BigDecimal volume,
    BigDecimal exactTotal,
    List<Step> steps,
    List<Cliff> cliffs) {

  /**
   * One line of the calculation.
   *
   * @param description the line in words
   * @param units units paid at this rate
   * @param ratePercent rate of the agreed unit price
   * @param unitPrice pounds per unit at that rate, exact
   * @param amount pounds, exact
   */
  public record Step(
      String description,
      BigDecimal units,
      BigDecimal ratePercent,
      BigDecimal unitPrice,
      BigDecimal amount) {}

  /**
   * A fall of the total price at a band's end, which tempts a buyer to order more than is needed.
   *
   * @param atVolume the last volume before the fall
   * @param totalAt pounds at that volume, exact
   * @param totalAbove pounds just above it, exact
   * @param dearerUntil from {@code atVolume} up to this volume the total stays below {@code
   *     totalAt}; null when it never gets there again
   */
  public record Cliff(
      BigDecimal atVolume,
      BigDecimal totalAt,
      BigDecimal totalAbove,
      @Nullable BigDecimal dearerUntil) {

    /** How much the total falls, in pounds, exact. */
    public BigDecimal fall() {
      return totalAt.subtract(totalAbove);
    }
  }

  static SlidingScaleQuote of(SlidingScale scale, BigDecimal volume) {
    List<SlidingScale.Span> spans = scale.spans();
    List<Step> steps =
        scale.mode() == BandMode.MARGINAL
            ? marginalSteps(scale, spans, volume)
            : List.of(wholeVolumeStep(scale, spans, volume));
    BigDecimal total = steps.stream().map(Step::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new SlidingScaleQuote(scale, volume, total, List.copyOf(steps), cliffs(scale, spans));
  }

  private static List<Step> marginalSteps(
      SlidingScale scale, List<SlidingScale.Span> spans, BigDecimal volume) {
    List<Step> steps = new ArrayList<>();
    for (SlidingScale.Span span : spans) {
      BigDecimal units = span.unitsOf(volume);
      if (units.signum() > 0) {
        steps.add(step(scale, span, units, bandName(span)));
      }
    }
    return steps;
  }

  private static Step wholeVolumeStep(
      SlidingScale scale, List<SlidingScale.Span> spans, BigDecimal volume) {
    SlidingScale.Span span =
        spans.stream().filter(each -> each.contains(volume)).findFirst().orElseThrow();
    return step(scale, span, volume, "whole volume in band " + bandName(span));
  }

  private static Step step(
      SlidingScale scale, SlidingScale.Span span, BigDecimal units, String where) {
    BigDecimal unitPrice = Percent.of(span.ratePercent(), scale.agreedUnitPrice());
    String words =
        Percent.plain(units)
            + " units ("
            + where
            + ") at "
            + Percent.plain(span.ratePercent())
            + " % of "
            + scale.agreedUnitPrice().toPlainString();
    return new Step(words, units, span.ratePercent(), unitPrice, unitPrice.multiply(units));
  }

  private static String bandName(SlidingScale.Span span) {
    return span.to() == null
        ? "above " + Percent.plain(span.from())
        : Percent.plain(span.from()) + " to " + Percent.plain(span.to());
  }

  private static List<Cliff> cliffs(SlidingScale scale, List<SlidingScale.Span> spans) {
    if (scale.mode() != BandMode.WHOLE_VOLUME) {
      return List.of();
    }
    List<Cliff> cliffs = new ArrayList<>();
    for (int i = 1; i < spans.size(); i++) {
      BigDecimal at = spans.get(i).from();
      BigDecimal rateBelow = spans.get(i - 1).ratePercent();
      BigDecimal rateAbove = spans.get(i).ratePercent();
      BigDecimal flat = at.multiply(scale.agreedUnitPrice());
      if (flat.signum() > 0 && rateAbove.compareTo(rateBelow) < 0) {
        BigDecimal until = regained(at.multiply(rateBelow), spans.subList(i, spans.size()));
        cliffs.add(new Cliff(at, Percent.of(rateBelow, flat), Percent.of(rateAbove, flat), until));
      }
    }
    return List.copyOf(cliffs);
  }

  /**
   * The volume, in the first of these spans or a later one, at which volume × rate is what it was
   * before a fall: within a band, or at its beginning where the rate jumps over it.
   */
  private static @Nullable BigDecimal regained(BigDecimal before, List<SlidingScale.Span> spans) {
    for (SlidingScale.Span span : spans) {
      if (span.ratePercent().signum() > 0) {
        BigDecimal until =
            before.divide(span.ratePercent(), MathContext.DECIMAL128).max(span.from());
        if (span.contains(until)) {
          return until;
        }
      }
    }
    return null;
  }

  /** The price of the volume at the agreed unit price, exact. */
  public BigDecimal exactFlatTotal() {
    return scale.agreedUnitPrice().multiply(volume);
  }

  /** What the scale saves against the flat price; negative when it costs more. Exact. */
  public BigDecimal exactSaving() {
    return exactFlatTotal().subtract(exactTotal);
  }

  /** The saving as a percentage of the flat price. */
  public BigDecimal savingPercent() {
    return Percent.ratio(exactSaving(), exactFlatTotal());
  }

  /** Total ÷ volume; empty for a volume of nothing. */
  public Optional<BigDecimal> effectiveUnitPrice() {
    return volume.signum() == 0
        ? Optional.empty()
        : Optional.of(exactTotal.divide(volume, MathContext.DECIMAL128));
  }

  /** What is left to the provider after its costs; empty when those are not known. Exact. */
  public Optional<BigDecimal> providerMargin() {
    ProviderCost cost = scale.providerCost();
    return cost == null ? Optional.empty() : Optional.of(exactTotal.subtract(cost.of(volume)));
  }
}
