package uk.carecontracts.providers.demand;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/** Questions to a forecast that change nothing. */
@Path("/v1/demand-forecasts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Demand forecasts")
@SecurityRequirement(name = "bearer")
public class ForecastQuestionResource {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final ForecastRepository forecasts;
  private final VersionRepository versions;
  private final ForecastGathering gathering;

  ForecastQuestionResource(
      ForecastRepository forecasts, VersionRepository versions, ForecastGathering gathering) {
    this.forecasts = forecasts;
    this.versions = versions;
    this.gathering = gathering;
  }

  /** A what-if beside the version it started from. */
  @Schema(name = "ForecastWhatIfAnswer")
  public record WhatIfAnswer(
      long version, List<Projection.Volume> saved, List<Projection.Volume> whatIf) {}

  /** Answers a what-if. */
  @POST
  @Path("/{id}/what-if")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "askForecastWhatIf",
      summary = "The totals with other assumptions, beside the saved ones; nothing is stored")
  @APIResponse(
      responseCode = "200",
      description = "Both, year by year",
      content = @Content(schema = @Schema(implementation = WhatIfAnswer.class)))
  @APIResponse(
      responseCode = "422",
      description = "FORECAST_BROKEN (every breach is listed) or COHORT_MISSING",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public WhatIfAnswer whatIf(
      @PathParam("id") @Parameter(description = "The forecast") UUID id,
      @QueryParam("version") @Parameter(description = "The version to start from")
          @Nullable Long version,
      @Valid @NotNull ForecastForms.WhatIf question) {
    ForecastVersion saved = version(forecasts.require(id), version);
    return new WhatIfAnswer(
        saved.number(), totals(saved.inputs()), totals(gathering.whatIf(saved.inputs(), question)));
  }

  private static List<Projection.Volume> totals(ForecastInputs inputs) {
    return Projection.totals(Projection.of(inputs)).stream().map(Projection.Volume::shown).toList();
  }

  /** Tests the assumptions. */
  @GET
  @Path("/{id}/sensitivity")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "getForecastSensitivity",
      summary = "How far the gap moves with each assumption, the strongest first",
      description = "Each is lowered and raised by the same percentage while the others stay.")
  @APIResponse(
      responseCode = "200",
      description = "The effect of every assumption",
      content = @Content(schema = @Schema(implementation = Sensitivity.class)))
  @APIResponse(
      responseCode = "422",
      description = "GAP_UNKNOWN: capacity, or what is contracted, is not known",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Sensitivity sensitivity(
      @PathParam("id") @Parameter(description = "The forecast") UUID id,
      @QueryParam("version") @Parameter(description = "An earlier version; absent: the latest")
          @Nullable Long version,
      @QueryParam("year") @Parameter(description = "Year of the gap; absent: the last")
          @Nullable Integer year,
      @QueryParam("area") @Parameter(description = "Only this area; absent: all together")
          @Nullable String area,
      @QueryParam("against") @Parameter(description = "CAPACITY (default) or CONTRACTED")
          Sensitivity.@Nullable Against against,
      @QueryParam("changePercent")
          @Parameter(description = "By how much each is lowered and raised; default 10")
          @Nullable BigDecimal changePercent) {
    ForecastInputs inputs = version(forecasts.require(id), version).inputs();
    int when = year == null ? inputs.lastYear() : year;
    BigDecimal change = changePercent == null ? BigDecimal.TEN : changePercent;
    if (when < inputs.firstYear() || when > inputs.lastYear()) {
      throw ProblemException.badRequest(
          "year",
          "The forecast runs from " + inputs.firstYear() + " to " + inputs.lastYear() + ".");
    }
    if (area != null && !inputs.areas().contains(area)) {
      throw ProblemException.badRequest("area", area + " is not an area of the forecast.");
    }
    if (change.signum() <= 0 || change.compareTo(HUNDRED) > 0) {
      throw ProblemException.badRequest("changePercent", "A change is above 0 and at most 100.");
    }
    Sensitivity.Against what = against == null ? Sensitivity.Against.CAPACITY : against;
    Sensitivity found = Sensitivity.of(inputs, when, area, what, change);
    if (found == null) {
      throw new RuleViolation(
          "GAP_UNKNOWN",
          "What demand is held against is not known for every area: state it with the forecast.");
    }
    return found;
  }

  private ForecastVersion version(DemandForecast forecast, @Nullable Long number) {
    return versions.require(forecast.id(), number == null ? forecast.version() : number);
  }
}
