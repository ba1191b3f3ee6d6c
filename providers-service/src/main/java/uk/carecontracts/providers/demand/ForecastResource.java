package uk.carecontracts.providers.demand;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
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
import uk.carecontracts.kit.csv.CsvLists;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.tenancy.Caller;

/** Demand forecasts of the caller's authority. */
@Path("/v1/demand-forecasts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Demand forecasts",
    description = "Cohorts × usage rates × dated adjustments, against what there is")
@SecurityRequirement(name = "bearer")
public class ForecastResource {

  private final ForecastRepository forecasts;
  private final VersionRepository versions;
  private final ForecastDesk desk;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;
  private final CsvLists lists;

  ForecastResource(
      ForecastRepository forecasts,
      VersionRepository versions,
      ForecastDesk desk,
      Caller caller,
      Preconditions preconditions,
      Paging paging,
      CsvLists lists) {
    this.forecasts = forecasts;
    this.versions = versions;
    this.desk = desk;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
    this.lists = lists;
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "DemandForecastPage")
  public record ForecastPage(List<ForecastState.Item> items, @Nullable String next) {}

  /** A version as lists show it. */
  @Schema(name = "ForecastVersionItem")
  public record VersionItem(long version, String note, String savedBy, Instant savedAt) {}

  /** Shape of a page, for the API document. */
  @Schema(name = "ForecastVersionPage")
  public record VersionPage(List<VersionItem> items, @Nullable String next) {}

  /** Saves a forecast. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "saveDemandForecast",
      summary = "Work a forecast out and save it as version 1",
      description =
          "Capacity that is not stated is counted from the register of homes (BEDS), contracted"
              + " volume from placements and agreements; both are frozen in the version.")
  @APIResponse(
      responseCode = "201",
      description = "Saved, worked out",
      content = @Content(schema = @Schema(implementation = ForecastState.class)))
  @APIResponse(
      responseCode = "422",
      description = "FORECAST_BROKEN (every breach is listed) or COHORT_MISSING",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response save(@Valid @NotNull ForecastForms.NewForecast form) {
    ForecastDesk.Saved saved = desk.save(caller.authority(), form, caller.subject());
    return preconditions.created(saved.state(), saved.forecast().id(), saved.forecast().version());
  }

  /** Lists forecasts. */
  @GET
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "listDemandForecasts",
      summary = "Your forecasts, newest first",
      description = "The whole list as CSV with Accept: text/csv, a line for each forecast.")
  @APIResponse(
      responseCode = "200",
      description = "A page of forecasts",
      content = @Content(schema = @Schema(implementation = ForecastPage.class)))
  public Response list(
      @QueryParam("serviceType") @Parameter(description = "Only for this service")
          @Nullable String serviceType,
      @BeanParam ListFilter part) {
    return paging.answer(
        Page.byId(
                Cursor.fingerprint("forecasts", serviceType),
                part.cursor,
                part.limit,
                (before, most) -> forecasts.search(serviceType, before, most),
                row -> row.id())
            .map(DemandForecast::item));
  }

  /** Lists forecasts for a spreadsheet. */
  @GET
  @Transactional
  @Produces("text/csv")
  @RolesAllowed("providers:write")
  @Operation(hidden = true)
  public Response listAsCsv(@QueryParam("serviceType") @Nullable String serviceType) {
    return lists.whole(
        ForecastCsv.LIST,
        (before, most) ->
            forecasts.search(serviceType, before, most).stream()
                .map(DemandForecast::item)
                .toList());
  }

  /** Reads a forecast. */
  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "getDemandForecast",
      summary = "Volumes by year and area, with the gaps; as CSV with Accept: text/csv")
  @APIResponse(
      responseCode = "200",
      description = "The version, worked out",
      content = @Content(schema = @Schema(implementation = ForecastState.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  public Response get(
      @PathParam("id") @Parameter(description = "The forecast") UUID id,
      @QueryParam("version") @Parameter(description = "An earlier version; absent: the latest")
          @Nullable Long version) {
    ForecastState state = state(id, version);
    return preconditions.answer(state, Preconditions.etag(state.version()));
  }

  /** Reads a forecast for a spreadsheet. */
  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed("providers:write")
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response getAsCsv(
      @PathParam("id") UUID id, @QueryParam("version") @Nullable Long version) {
    return Response.ok(ForecastCsv.of(state(id, version))).build();
  }

  private ForecastState state(UUID id, @Nullable Long version) {
    DemandForecast forecast = forecasts.require(id);
    return forecast.state(version(forecast, version));
  }

  private ForecastVersion version(DemandForecast forecast, @Nullable Long number) {
    return versions.require(forecast.id(), number == null ? forecast.version() : number);
  }

  /** Lists versions. */
  @GET
  @Path("/{id}/versions")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "listForecastVersions",
      summary = "The versions of a forecast, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of versions",
      content = @Content(schema = @Schema(implementation = VersionPage.class)))
  public Response versions(
      @PathParam("id") @Parameter(description = "The forecast") UUID id,
      @BeanParam ListFilter part) {
    forecasts.require(id);
    int length = Paging.limit(part.limit);
    String query = Cursor.fingerprint("forecast-versions", id);
    Cursor from = Cursor.parse(part.cursor, query, 1);
    long before = from == null ? Long.MAX_VALUE : from.number(0);
    return paging.answer(
        Page.of(
                versions.of(id, before, length + 1),
                length,
                row -> Cursor.after(query, row.number()))
            .map(row -> new VersionItem(row.number(), row.note(), row.savedBy(), row.savedAt())));
  }

  /** Reads what a version was worked out from. */
  @GET
  @Path("/{id}/inputs")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "getForecastInputs",
      summary = "Every cohort, rate, adjustment, capacity and contract volume of a version")
  @APIResponse(
      responseCode = "200",
      description = "The inputs as they were when the version was saved",
      content = @Content(schema = @Schema(implementation = ForecastInputs.class)))
  public ForecastInputs inputs(
      @PathParam("id") @Parameter(description = "The forecast") UUID id,
      @QueryParam("version") @Parameter(description = "An earlier version; absent: the latest")
          @Nullable Long version) {
    return version(forecasts.require(id), version).inputs();
  }

  /** Saves another version. */
  @PUT
  @Path("/{id}")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "saveForecastVersion",
      summary = "Save another version; the earlier ones stay as they are")
  @APIResponse(
      responseCode = "200",
      description = "Saved, worked out",
      content = @Content(schema = @Schema(implementation = ForecastState.class)))
  @APIResponse(
      responseCode = "422",
      description = "FORECAST_BROKEN (every breach is listed) or COHORT_MISSING",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response saveNext(
      @PathParam("id") @Parameter(description = "The forecast") UUID id,
      @Valid @NotNull ForecastForms.NextVersion form) {
    DemandForecast forecast = forecasts.require(id);
    preconditions.requireMatch(forecast.version());
    ForecastDesk.Saved saved = desk.saveNext(forecast, form, caller.subject());
    return preconditions.changed(saved.state(), forecast.version());
  }
}
