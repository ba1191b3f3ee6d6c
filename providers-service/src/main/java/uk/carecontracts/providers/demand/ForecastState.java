package uk.carecontracts.providers.demand;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.carecontracts.providers.locations.CareType;

/**
 * A version of a forecast with what it comes to.
 *
 * @param id the forecast
 * @param authority GSS code of the authority
 * @param name what it is called
 * @param serviceType code of the service
 * @param unit what it counts
 * @param careTypes kinds of care home whose beds are its capacity
 * @param populationSource the publication whose cohorts it uses
 * @param note what this version is for
 * @param savedBy who saved it
 * @param savedAt when
 * @param totals all areas together, year by year
 * @param volumes every area in every year
 * @param explanation how it is worked out
 * @param version the version's number
 */
@Schema(name = "DemandForecast")
public record ForecastState(
    UUID id,
    String authority,
    String name,
    String serviceType,
    VolumeUnit unit,
    List<CareType> careTypes,
    String populationSource,
    String note,
    String savedBy,
    Instant savedAt,
    List<Projection.Volume> totals,
    List<Projection.Volume> volumes,
    String explanation,
    long version) {

  /** A forecast as lists show it. */
  @Schema(name = "DemandForecastItem")
  public record Item(
      UUID id, String name, String serviceType, VolumeUnit unit, Instant savedAt, long version) {}

  static final String HOW =
      "Demand is people × users per thousand × units per person, summed over the age bands. Each"
          + " adjustment in percent then multiplies, and each in units adds, by the share of the"
          + " year's days on which it is in force. A gap is demand less capacity, or less contracted"
          + " volume, as they stood when the version was saved; positive means missing.";
}
