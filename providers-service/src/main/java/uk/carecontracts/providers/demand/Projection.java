package uk.carecontracts.providers.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Volumes by year and area: people of a band × rate per thousand × units per person, changed by the
 * adjustments one after the other, summed over the bands. Never below nought.
 */
public final class Projection {

  private final ForecastInputs inputs;
  private final ForecastInputs.Population population;
  private final Map<String, BigDecimal> capacity;
  private final Map<String, BigDecimal> contracted;

  private Projection(ForecastInputs inputs) {
    this.inputs = inputs;
    this.population = inputs.population();
    this.capacity = byArea(inputs.capacity());
    this.contracted = byArea(inputs.contracted());
  }

  /**
   * One area in one year, or with an absent area all of them together.
   *
   * @param year calendar year
   * @param area GSS code; absent: every area of the forecast
   * @param demand units needed
   * @param capacity units there are, where that is known for all
   * @param contracted units contracted, where that is known for all
   * @param capacityGap demand less capacity: what is missing when positive, spare when negative
   * @param contractedGap demand less what is contracted
   */
  @Schema(name = "ForecastVolume")
  public record Volume(
      int year,
      @Nullable String area,
      BigDecimal demand,
      @Nullable BigDecimal capacity,
      @Nullable BigDecimal contracted,
      @Nullable BigDecimal capacityGap,
      @Nullable BigDecimal contractedGap) {

    static Volume of(
        int year,
        @Nullable String area,
        BigDecimal demand,
        @Nullable BigDecimal capacity,
        @Nullable BigDecimal contracted) {
      return new Volume(
          year,
          area,
          demand,
          capacity,
          contracted,
          capacity == null ? null : demand.subtract(capacity),
          contracted == null ? null : demand.subtract(contracted));
    }

    /** To two places. */
    Volume shown() {
      return new Volume(
          year,
          area,
          round(demand),
          capacity == null ? null : round(capacity),
          contracted == null ? null : round(contracted),
          capacityGap == null ? null : round(capacityGap),
          contractedGap == null ? null : round(contractedGap));
    }
  }

  private static Map<String, BigDecimal> byArea(List<AreaVolume> volumes) {
    return volumes.stream().collect(Collectors.toMap(AreaVolume::area, AreaVolume::units));
  }

  static BigDecimal round(BigDecimal number) {
    return number.setScale(2, RoundingMode.HALF_UP);
  }

  /** Every area in every year, by year and then in the order of the areas. */
  static List<Volume> of(ForecastInputs inputs) {
    Projection projection = new Projection(inputs);
    return IntStream.rangeClosed(inputs.firstYear(), inputs.lastYear())
        .boxed()
        .flatMap(year -> inputs.areas().stream().map(area -> projection.volume(area, year)))
        .toList();
  }

  /** All areas together, year by year; a sum is known when every part is. */
  static List<Volume> totals(List<Volume> volumes) {
    return volumes.stream()
        .collect(
            Collectors.groupingBy(
                Volume::year, java.util.TreeMap::new, Collectors.<Volume>toList()))
        .entrySet()
        .stream()
        .map(
            year ->
                Volume.of(
                    year.getKey(),
                    null,
                    Objects.requireNonNull(
                        sum(year.getValue().stream().map(Volume::demand).toList())),
                    sum(year.getValue().stream().map(Volume::capacity).toList()),
                    sum(year.getValue().stream().map(Volume::contracted).toList())))
        .toList();
  }

  private static @Nullable BigDecimal sum(List<@Nullable BigDecimal> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal part : parts) {
      if (part == null) {
        return null;
      }
      sum = sum.add(part);
    }
    return sum;
  }

  /** Which cohorts a forecast would need that nobody imported; a gap is not taken for nought. */
  static List<String> missing(ForecastInputs inputs) {
    ForecastInputs.Population population = inputs.population();
    List<String> missing = new ArrayList<>();
    for (int year = inputs.firstYear(); year <= inputs.lastYear(); year++) {
      for (String area : inputs.areas()) {
        for (UsageRate rate : inputs.rates()) {
          if (population.in(area, rate.ageBand(), year) == null) {
            missing.add(area + ", " + rate.ageBand() + ", " + year);
          }
        }
      }
    }
    return missing;
  }

  private Volume volume(String area, int year) {
    BigDecimal demand = BigDecimal.ZERO;
    for (UsageRate rate : inputs.rates()) {
      demand = demand.add(band(area, year, rate));
    }
    for (Adjustment each : inputs.adjustments()) {
      if (each.units() != null && area.equals(each.area())) {
        demand = demand.add(each.units().multiply(each.shareOf(year)));
      }
    }
    return Volume.of(
        year, area, demand.max(BigDecimal.ZERO), capacity.get(area), contracted.get(area));
  }

  private BigDecimal band(String area, int year, UsageRate rate) {
    BigDecimal people = Objects.requireNonNull(population.in(area, rate.ageBand(), year));
    BigDecimal volume =
        people.multiply(rate.perThousand()).movePointLeft(3).multiply(rate.unitsPerPerson());
    for (Adjustment each : inputs.adjustments()) {
      if (each.percent() != null && each.reaches(area, rate.ageBand())) {
        BigDecimal change = each.percent().movePointLeft(2).multiply(each.shareOf(year));
        volume = volume.multiply(BigDecimal.ONE.add(change));
      }
    }
    return volume;
  }
}
