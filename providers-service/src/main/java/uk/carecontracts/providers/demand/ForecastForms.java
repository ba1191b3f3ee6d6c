package uk.carecontracts.providers.demand;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.locations.CareType;

/** The requests about demand forecasts. */
public final class ForecastForms {

  private ForecastForms() {}

  /**
   * What a forecast assumes.
   *
   * @param populationSource the imported publication whose cohorts are used
   * @param areas GSS codes
   * @param firstYear first calendar year
   * @param lastYear last calendar year
   * @param rates usage by age band
   * @param adjustments what else is known, in the order in which it applies
   * @param capacity what there is; absent: the registered beds of open homes, for BEDS
   * @param contracted what is contracted; absent: from running placements and agreements
   */
  @Schema(name = "ForecastAssumptions")
  public record Assumptions(
      @NotBlank @Size(max = 200) @Schema(examples = "ONS subnational projections, 2022-based")
          String populationSource,
      @NotEmpty @Size(max = 200)
          List<@NotBlank @Pattern(regexp = "[EWSN]\\d{8}", message = "must be a GSS code") String>
              areas,
      @Min(1990) @Max(2100) int firstYear,
      @Min(1990) @Max(2100) int lastYear,
      @NotEmpty @Size(max = 50) List<@Valid @NotNull UsageRate> rates,
      @Nullable @Size(max = 50) List<@Valid @NotNull Adjustment> adjustments,
      @Nullable @Size(max = 200) List<@Valid @NotNull AreaVolume> capacity,
      @Nullable @Size(max = 200) List<@Valid @NotNull AreaVolume> contracted) {}

  /** A forecast to save. */
  @Schema(name = "NewDemandForecast")
  public record NewForecast(
      @NotBlank @Size(max = 200) String name,
      @NotBlank
          @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}", message = "must be a code in UPPER_SNAKE")
          @Schema(examples = "RESIDENTIAL_CARE")
          String serviceType,
      @NotNull VolumeUnit unit,
      @Nullable
          @Size(max = 10)
          @Schema(description = "Kinds of care home whose beds are the capacity")
          List<@NotNull CareType> careTypes,
      @NotNull @Valid Assumptions assumptions,
      @NotBlank @Size(max = 1000) @Schema(description = "What this version is for") String note) {}

  /** Another version of a forecast. */
  @Schema(name = "NextForecastVersion")
  public record NextVersion(
      @NotNull @Valid Assumptions assumptions,
      @NotBlank @Size(max = 1000) @Schema(description = "What changed and why") String note) {}

  /**
   * A question that changes nothing: what is given takes the place of the saved version's.
   *
   * @param populationPercent every cohort in percent of the version's, 100 for the same
   * @param rates other usage rates
   * @param adjustments other adjustments
   * @param capacity other capacity
   * @param contracted other contracted volume
   */
  @Schema(name = "ForecastWhatIf", examples = "{\"populationPercent\": 103}")
  public record WhatIf(
      @Nullable @DecimalMin("0") @Digits(integer = 4, fraction = 6) BigDecimal populationPercent,
      @Nullable @Size(min = 1, max = 50) List<@Valid @NotNull UsageRate> rates,
      @Nullable @Size(max = 50) List<@Valid @NotNull Adjustment> adjustments,
      @Nullable @Size(max = 200) List<@Valid @NotNull AreaVolume> capacity,
      @Nullable @Size(max = 200) List<@Valid @NotNull AreaVolume> contracted) {}
}
