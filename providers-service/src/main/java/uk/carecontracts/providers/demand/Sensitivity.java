package uk.carecontracts.providers.demand;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How much the gap of a year depends on each assumption: every one is lowered and raised by the
 * same percentage while the others stay, and the one that moves the gap most comes first (a tornado
 * chart's order).
 *
 * @param year the year
 * @param area GSS code; absent: every area together
 * @param against what demand is held against
 * @param changePercent by how much each assumption is lowered and raised
 * @param gap the gap as forecast
 * @param assumptions each assumption, the greatest swing first
 */
@Schema(name = "ForecastSensitivity")
public record Sensitivity(
    int year,
    @Nullable String area,
    Against against,
    BigDecimal changePercent,
    BigDecimal gap,
    List<Effect> assumptions) {

  /** What demand is held against. */
  @Schema(name = "GapAgainst")
  public enum Against {
    /** What there is. */
    CAPACITY,
    /** What is contracted. */
    CONTRACTED
  }

  /**
   * What one assumption does.
   *
   * @param assumption what is changed
   * @param gapWhenLower the gap with the assumption lowered
   * @param gapWhenHigher the gap with the assumption raised
   * @param swing how far the two lie apart
   * @param elasticity percentage change of the gap for one per cent more; absent when there is no
   *     gap to change
   */
  @Schema(name = "AssumptionEffect")
  public record Effect(
      String assumption,
      BigDecimal gapWhenLower,
      BigDecimal gapWhenHigher,
      BigDecimal swing,
      @Nullable BigDecimal elasticity) {}

  /** A named assumption and the inputs with it scaled. */
  private record Assumption(String name, Function<BigDecimal, ForecastInputs> scaled) {}

  /** Works it out; null when capacity, or what is contracted, is not known. */
  static @Nullable Sensitivity of(
      ForecastInputs inputs,
      int year,
      @Nullable String area,
      Against against,
      BigDecimal changePercent) {
    BigDecimal gap = gap(inputs, year, area, against);
    if (gap == null) {
      return null;
    }
    List<Effect> effects = new ArrayList<>();
    for (Assumption each : assumptions(inputs, against)) {
      effects.add(effect(each, year, area, against, changePercent, gap));
    }
    effects.sort(Comparator.comparing(Effect::swing).reversed().thenComparing(Effect::assumption));
    return new Sensitivity(
        year, area, against, changePercent, Projection.round(gap), List.copyOf(effects));
  }

  private static Effect effect(
      Assumption each,
      int year,
      @Nullable String area,
      Against against,
      BigDecimal changePercent,
      BigDecimal gap) {
    BigDecimal change = changePercent.movePointLeft(2);
    BigDecimal lower =
        Objects.requireNonNull(
            gap(each.scaled().apply(BigDecimal.ONE.subtract(change)), year, area, against));
    BigDecimal higher =
        Objects.requireNonNull(
            gap(each.scaled().apply(BigDecimal.ONE.add(change)), year, area, against));
    BigDecimal elasticity =
        gap.signum() == 0
            ? null
            : Projection.round(
                higher.subtract(gap).divide(gap.multiply(change), MathContext.DECIMAL128));
    return new Effect(
        each.name(),
        Projection.round(lower),
        Projection.round(higher),
        Projection.round(higher.subtract(lower).abs()),
        elasticity);
  }

  private static @Nullable BigDecimal gap(
      ForecastInputs inputs, int year, @Nullable String area, Against against) {
    List<Projection.Volume> all = Projection.of(inputs);
    Projection.Volume volume =
        (area == null ? Projection.totals(all) : all)
            .stream()
                .filter(each -> each.year() == year && Objects.equals(each.area(), area))
                .findFirst()
                .orElseThrow();
    return against == Against.CAPACITY ? volume.capacityGap() : volume.contractedGap();
  }

  private static List<Assumption> assumptions(ForecastInputs inputs, Against against) {
    List<Assumption> all = new ArrayList<>();
    for (int i = 0; i < inputs.rates().size(); i++) {
      UsageRate rate = inputs.rates().get(i);
      String band = rate.ageBand();
      int place = i;
      all.add(
          new Assumption(
              "Population " + band,
              factor -> inputs.withCohorts(each -> people(each, band, factor))));
      all.add(
          new Assumption(
              "Usage rate " + band,
              factor ->
                  inputs.withRates(
                      replaced(
                          inputs.rates(),
                          place,
                          new UsageRate(
                              band,
                              rate.perThousand().multiply(factor),
                              rate.unitsPerPerson(),
                              rate.source())))));
      all.add(
          new Assumption(
              "Units per person " + band,
              factor ->
                  inputs.withRates(
                      replaced(
                          inputs.rates(),
                          place,
                          new UsageRate(
                              band,
                              rate.perThousand(),
                              rate.unitsPerPerson().multiply(factor),
                              rate.source())))));
    }
    for (int i = 0; i < inputs.adjustments().size(); i++) {
      Adjustment adjustment = inputs.adjustments().get(i);
      int place = i;
      all.add(
          new Assumption(
              "Adjustment " + adjustment.code(),
              factor ->
                  inputs.withAdjustments(
                      replaced(inputs.adjustments(), place, adjustment.scaled(factor)))));
    }
    all.add(
        against == Against.CAPACITY
            ? new Assumption(
                "Capacity", factor -> inputs.withCapacity(scaled(inputs.capacity(), factor)))
            : new Assumption(
                "Contracted volume",
                factor -> inputs.withContracted(scaled(inputs.contracted(), factor))));
    return all;
  }

  private static Cohort people(Cohort cohort, String band, BigDecimal factor) {
    return cohort.ageBand().equals(band)
        ? new Cohort(
            cohort.area(), cohort.ageBand(), cohort.year(), cohort.people().multiply(factor))
        : cohort;
  }

  private static <T> List<T> replaced(List<T> list, int place, T other) {
    List<T> copy = new ArrayList<>(list);
    copy.set(place, other);
    return List.copyOf(copy);
  }

  private static List<AreaVolume> scaled(List<AreaVolume> volumes, BigDecimal factor) {
    return volumes.stream()
        .map(each -> new AreaVolume(each.area(), each.units().multiply(factor), each.source()))
        .toList();
  }
}
