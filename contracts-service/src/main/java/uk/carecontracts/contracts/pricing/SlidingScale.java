package uk.carecontracts.contracts.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A price that changes with volume: bands with a rate of the agreed unit price (DOMAIN.md, S8).
 *
 * <p>Amounts are pounds, volumes are whatever unit the price is for (hours, weeks, bed nights).
 *
 * @param agreedUnitPrice price of one unit at 100 %
 * @param mode whether the rate of a band applies to its own units or to the whole volume
 * @param bands ascending, the last one open; a first band without an end takes the break-even
 *     volume
 * @param providerCost the provider's costs where known, for break-even and margin
 */
public record SlidingScale(
    BigDecimal agreedUnitPrice,
    BandMode mode,
    List<PriceBand> bands,
    @Nullable ProviderCost providerCost) {

  /** Copies the bands. */
  public SlidingScale {
    bands = List.copyOf(bands);
  }

  /** A band with both ends known; {@code to} is null in the open one. */
  record Span(BigDecimal from, @Nullable BigDecimal to, BigDecimal ratePercent) {
    boolean contains(BigDecimal volume) {
      return to == null || volume.compareTo(to) <= 0;
    }

    BigDecimal unitsOf(BigDecimal volume) {
      BigDecimal end = to == null ? volume : volume.min(to);
      return end.subtract(from).max(BigDecimal.ZERO);
    }
  }

  /** Volume at which the agreed price has covered the fixed cost; empty when it never does. */
  public Optional<BigDecimal> breakEvenVolume() {
    return providerCost == null ? Optional.empty() : providerCost.breakEvenAt(agreedUnitPrice);
  }

  /** Every rule this scale breaks; empty for a usable scale. */
  public List<Breach> breaches() {
    List<Breach> found = new ArrayList<>();
    if (bands.isEmpty()) {
      found.add(new Breach("BANDS_MISSING", "/bands", "A sliding scale needs at least one band."));
      return found;
    }
    if (bands.get(bands.size() - 1).upTo() != null) {
      found.add(
          new Breach(
              "LAST_BAND_CLOSED",
              "/bands/" + (bands.size() - 1) + "/upTo",
              "The last band must be open, or volumes above it would have no price."));
    }
    checkEnds(found);
    return found;
  }

  private void checkEnds(List<Breach> found) {
    BigDecimal previous = BigDecimal.ZERO;
    for (int i = 0; i < bands.size() - 1; i++) {
      Optional<BigDecimal> end = endOf(i);
      String pointer = "/bands/" + i + "/upTo";
      if (end.isEmpty()) {
        found.add(new Breach("BAND_OPEN", pointer, openBandReason(i)));
      } else if (end.get().compareTo(previous) <= 0) {
        String reason =
            "Bands must ascend: this one ends at "
                + Percent.plain(end.get())
                + ", the one before at "
                + Percent.plain(previous)
                + ".";
        found.add(new Breach("BANDS_NOT_ASCENDING", pointer, reason));
      }
      previous = end.orElse(previous);
    }
  }

  private String openBandReason(int index) {
    return index == 0 && providerCost != null
        ? "The first band cannot end at break-even: the price does not cover the variable cost."
        : "Only the last band is open; a first band without an end needs fixedCost and"
            + " variableUnitCost to derive it.";
  }

  private Optional<BigDecimal> endOf(int index) {
    BigDecimal upTo = bands.get(index).upTo();
    if (upTo != null) {
      return Optional.of(upTo);
    }
    return index == 0 && bands.size() > 1 ? breakEvenVolume() : Optional.empty();
  }

  /** The bands with both ends worked out; only for a scale without breaches. */
  List<Span> spans() {
    if (!breaches().isEmpty()) {
      throw new IllegalStateException("not a usable scale: " + breaches());
    }
    List<Span> spans = new ArrayList<>();
    BigDecimal from = BigDecimal.ZERO;
    for (int i = 0; i < bands.size(); i++) {
      BigDecimal to = endOf(i).orElse(null);
      spans.add(new Span(from, to, bands.get(i).ratePercent()));
      from = to == null ? from : to;
    }
    return spans;
  }

  /** What the volume costs, exact; only for a scale without breaches and a volume of 0 or more. */
  public BigDecimal cost(BigDecimal volume) {
    return quote(volume).exactTotal();
  }

  /** What the volume costs, with every step. */
  public SlidingScaleQuote quote(BigDecimal volume) {
    return SlidingScaleQuote.of(this, volume);
  }
}
