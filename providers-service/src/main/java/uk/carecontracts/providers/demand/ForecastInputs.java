package uk.carecontracts.providers.demand;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything a version of a forecast is worked out from.
 *
 * @param areas GSS codes
 * @param firstYear first calendar year
 * @param lastYear last calendar year
 * @param cohorts people by area, age band and year
 * @param rates usage by age band
 * @param adjustments what else is known, in the order in which it applies
 * @param capacity what there is; an area that is missing is not known
 * @param contracted what is contracted; an area that is missing is not known
 */
@Schema(name = "ForecastInputs")
public record ForecastInputs(
    List<String> areas,
    int firstYear,
    int lastYear,
    List<Cohort> cohorts,
    List<UsageRate> rates,
    List<Adjustment> adjustments,
    List<AreaVolume> capacity,
    List<AreaVolume> contracted) {

  private record Place(String area, String band, int year) {}

  /** People by area, band and year, for quick reading. */
  Population population() {
    Map<Place, BigDecimal> people =
        cohorts.stream()
            .collect(
                Collectors.toMap(
                    each -> new Place(each.area(), each.ageBand(), each.year()), Cohort::people));
    return (area, band, year) -> people.get(new Place(area, band, year));
  }

  /** How many people a band has in an area in a year; null when that is not known. */
  @FunctionalInterface
  interface Population {
    @org.jspecify.annotations.Nullable
    BigDecimal in(String area, String band, int year);
  }

  ForecastInputs withCohorts(UnaryOperator<Cohort> change) {
    return new ForecastInputs(
        areas,
        firstYear,
        lastYear,
        cohorts.stream().map(change).toList(),
        rates,
        adjustments,
        capacity,
        contracted);
  }

  ForecastInputs withRates(List<UsageRate> others) {
    return new ForecastInputs(
        areas, firstYear, lastYear, cohorts, others, adjustments, capacity, contracted);
  }

  ForecastInputs withAdjustments(List<Adjustment> others) {
    return new ForecastInputs(
        areas, firstYear, lastYear, cohorts, rates, others, capacity, contracted);
  }

  ForecastInputs withCapacity(List<AreaVolume> other) {
    return new ForecastInputs(
        areas, firstYear, lastYear, cohorts, rates, adjustments, other, contracted);
  }

  ForecastInputs withContracted(List<AreaVolume> other) {
    return new ForecastInputs(
        areas, firstYear, lastYear, cohorts, rates, adjustments, capacity, other);
  }
}
