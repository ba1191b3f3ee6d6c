package uk.carecontracts.providers.costs;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
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
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.providers.terms.Terms;

/** What cost models say beside each other, and beside the prices that are paid. */
@Path("/v1/cost-models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cost models")
@SecurityRequirement(name = "bearer")
public class CostReportResource {

  private final ModelsInUse inUse;
  private final LineSetRepository sets;
  private final CostModels models;
  private final Terms terms;
  private final Caller caller;
  private final Clock clock;

  CostReportResource(
      ModelsInUse inUse,
      LineSetRepository sets,
      CostModels models,
      Terms terms,
      Caller caller,
      Clock clock) {
    this.inUse = inUse;
    this.sets = sets;
    this.models = models;
    this.terms = terms;
    this.caller = caller;
    this.clock = clock;
  }

  /** Shape of the list of sets, for the API document. */
  @Schema(name = "CostLineSets")
  public record LineSets(LocalDate asOf, List<LineSet> items) {}

  /** Lists the sets of lines. */
  @GET
  @Path("/line-sets")
  @Transactional
  @Authenticated
  @Operation(operationId = "listCostLineSets", summary = "The dated sets of cost lines")
  @APIResponse(
      responseCode = "200",
      description = "The sets used on the day, with their source",
      content = @Content(schema = @Schema(implementation = LineSets.class)))
  public LineSets lineSets(
      @QueryParam("asOf") @Parameter(description = "Day to answer for; absent: today in London")
          @Nullable LocalDate asOf) {
    LocalDate day = dayOr(asOf);
    return new LineSets(day, sets.on(day));
  }

  /** Compares cost and price. */
  @GET
  @Path("/{id}/price-comparison")
  @Transactional
  @RolesAllowed({"providers:write", "returns:submit"})
  @Operation(
      operationId = "compareCostAndPrice",
      summary = "What a unit costs against the prices your authority pays this provider for it",
      description =
          "Prices are those of placements and agreements that run on the day: the weekly price for"
              + " a WEEK, the weekly price by its hours for an HOUR.")
  @APIResponse(
      responseCode = "200",
      description = "Cost, prices, margin and every price that was counted",
      content = @Content(schema = @Schema(implementation = PriceComparison.class)))
  public PriceComparison compare(
      @PathParam("id") @Parameter(description = "The cost model") UUID id,
      @QueryParam("asOf") @Parameter(description = "Day of the prices; absent: today in London")
          @Nullable LocalDate asOf) {
    CostModel model = models.visible(id);
    LineSet set = models.set(model);
    LocalDate day = dayOr(asOf);
    return PriceComparison.of(
        model.id(),
        day,
        set.unit(),
        model.sheet(set).unitCost(),
        terms.prices(models.family(model.providerId()), model.serviceType(), set.unit(), day));
  }

  /** Reports the spread of costs. */
  @GET
  @Path("/summary")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "summariseCostModels",
      summary = "Count, lower quartile, median and upper quartile of every line",
      description = "Over the models your authority reckoned with on the day.")
  @APIResponse(
      responseCode = "200",
      description = "The summary and the models counted",
      content = @Content(schema = @Schema(implementation = CostSummary.class)))
  @APIResponse(
      responseCode = "400",
      description = "lineSet is missing",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public CostSummary summary(
      @QueryParam("lineSet") @Parameter(description = "The set of lines", required = true)
          @Nullable String lineSet,
      @QueryParam("variant") @Parameter(description = "Kind of bed; absent: all together")
          @Nullable String variant,
      @QueryParam("serviceType") @Parameter(description = "Only for this service")
          @Nullable String serviceType,
      @QueryParam("asOf") @Parameter(description = "Day to answer for; absent: today in London")
          @Nullable LocalDate asOf) {
    if (lineSet == null) {
      throw ProblemException.badRequest("lineSet", "Name the set, such as HOMECARE_18_PLUS.");
    }
    LocalDate day = dayOr(asOf);
    LineSet set = sets.require(lineSet, day);
    return CostSummary.of(
        day,
        set,
        variant,
        inUse.on(caller.authority(), serviceType, lineSet, variant, day).stream()
            .map(ModelsInUse.InUse::model)
            .filter(model -> model.keepsTo(set))
            .toList());
  }

  private LocalDate dayOr(@Nullable LocalDate asOf) {
    return asOf == null ? LocalDate.now(clock) : asOf;
  }
}
