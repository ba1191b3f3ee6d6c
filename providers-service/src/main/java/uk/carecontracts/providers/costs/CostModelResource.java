package uk.carecontracts.providers.costs;

import io.quarkus.security.Authenticated;
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
import jakarta.ws.rs.core.Response;
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
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.providers.terms.Terms;

/** Cost models: the authority that holds one reads it, and the provider whose costs they are. */
@Path("/v1/cost-models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cost models", description = "What care costs, line by line; confidential")
@SecurityRequirement(name = "bearer")
public class CostModelResource {

  private final CostModelRepository repository;
  private final LineSetRepository sets;
  private final CostModels models;
  private final CostModelDesk desk;
  private final Terms terms;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;
  private final Clock clock;

  CostModelResource(
      CostModelRepository repository,
      LineSetRepository sets,
      CostModels models,
      CostModelDesk desk,
      Terms terms,
      Caller caller,
      Preconditions preconditions,
      Paging paging,
      Clock clock) {
    this.repository = repository;
    this.sets = sets;
    this.models = models;
    this.desk = desk;
    this.terms = terms;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
    this.clock = clock;
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "CostModelPage")
  public record CostModelPage(List<CostModelState> items, @Nullable String next) {}

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

  /** Hands in a model. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"providers:write", "returns:submit"})
  @Operation(
      operationId = "submitCostModel",
      summary = "Hand in what a unit of care costs a provider",
      description =
          "A provider's token hands in its own. The authority reckons with a model once it is"
              + " accepted.")
  @APIResponse(
      responseCode = "201",
      description = "Handed in, with the unit cost and wage share worked out",
      content = @Content(schema = @Schema(implementation = CostModelState.class)))
  @APIResponse(
      responseCode = "403",
      description = "NOT_YOUR_COSTS: the token acts for another provider",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "UNKNOWN_LINE_SET or COST_MODEL_BROKEN: every breach of the set is listed",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response submit(@Valid @NotNull CostModelForms.NewCostModel form) {
    UUID provider = models.requireMay(form.providerId());
    CostModel model =
        desk.submit(
            caller.authority(),
            provider,
            form,
            new CostModel.Submitter(caller.subject(), !models.isOfficer()));
    return preconditions.created(models.state(model), model.id(), model.version());
  }

  /** Lists models. */
  @GET
  @Transactional
  @RolesAllowed({"providers:write", "returns:submit"})
  @Operation(
      operationId = "listCostModels",
      summary = "Your authority's cost models, newest first; with a provider's token its own")
  @APIResponse(
      responseCode = "200",
      description = "A page of models",
      content = @Content(schema = @Schema(implementation = CostModelPage.class)))
  public Response list(
      @QueryParam("providerId") @Parameter(description = "Only this provider's")
          @Nullable UUID providerId,
      @QueryParam("serviceType") @Parameter(description = "Only for this service")
          @Nullable String serviceType,
      @QueryParam("status") @Parameter(description = "Only those that stand here")
          @Nullable CostModelStatus status,
      @QueryParam("cursor") @Parameter(description = "next of the page before")
          @Nullable String cursor,
      @QueryParam("limit") @Parameter(description = "1 to 500, default 50")
          @Nullable Integer limit) {
    UUID wanted = providerId == null && !models.isOfficer() ? models.own() : providerId;
    UUID provider = wanted == null ? null : models.requireMay(wanted);
    int length = Paging.limit(limit);
    String query = Cursor.fingerprint("cost-models", provider, serviceType, status);
    Cursor from = Cursor.parse(cursor, query, 1);
    UUID before = from == null ? null : UUID.fromString(from.values().get(0));
    Page<CostModel> page =
        Page.of(
            repository.search(
                provider == null ? null : repository.family(provider),
                serviceType,
                status,
                before,
                length + 1),
            length,
            row -> Cursor.after(query, row.id()));
    return paging.answer(new Page<>(models.states(page.items()), page.next()));
  }

  /** Reads a model. */
  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({"providers:write", "returns:submit"})
  @Operation(operationId = "getCostModel", summary = "Read a cost model, worked out")
  @APIResponse(
      responseCode = "200",
      description = "The model",
      content = @Content(schema = @Schema(implementation = CostModelState.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  public Response get(@PathParam("id") @Parameter(description = "The cost model") UUID id) {
    CostModel model = models.visible(id);
    return preconditions.answer(models.state(model), Preconditions.etag(model.version()));
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
        repository.inUse(caller.authority(), serviceType, lineSet, variant, day).stream()
            .filter(model -> model.keepsTo(set))
            .toList());
  }

  /** Accepts a model. */
  @POST
  @Path("/{id}/accept")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "acceptCostModel",
      summary = "Reckon with a model from today",
      description = "Replaces the model accepted before for the same provider, service and bed.")
  @APIResponse(
      responseCode = "200",
      description = "Accepted",
      content = @Content(schema = @Schema(implementation = CostModelState.class)))
  @APIResponse(
      responseCode = "422",
      description = "SUBMITTER_ACCEPTS or COST_MODEL_DECIDED",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response accept(@PathParam("id") @Parameter(description = "The cost model") UUID id) {
    CostModel model = changing(id);
    desk.accept(model, caller.subject());
    return preconditions.changed(models.state(model), model.version());
  }

  /** Declines a model. */
  @POST
  @Path("/{id}/decline")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(operationId = "declineCostModel", summary = "Decline a model, with the reason")
  @APIResponse(
      responseCode = "200",
      description = "Declined",
      content = @Content(schema = @Schema(implementation = CostModelState.class)))
  @APIResponse(
      responseCode = "422",
      description = "COST_MODEL_DECIDED",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response decline(
      @PathParam("id") @Parameter(description = "The cost model") UUID id,
      @Valid @NotNull CostModelForms.Reason form) {
    CostModel model = changing(id);
    desk.decline(model, caller.subject(), form.reason());
    return preconditions.changed(models.state(model), model.version());
  }

  /** Takes a model back. */
  @POST
  @Path("/{id}/withdraw")
  @Transactional
  @Idempotent
  @RolesAllowed({"providers:write", "returns:submit"})
  @Operation(
      operationId = "withdrawCostModel",
      summary = "Take a model back; a provider takes back its own")
  @APIResponse(
      responseCode = "200",
      description = "Withdrawn",
      content = @Content(schema = @Schema(implementation = CostModelState.class)))
  @APIResponse(
      responseCode = "422",
      description = "COST_MODEL_DECIDED",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response withdraw(
      @PathParam("id") @Parameter(description = "The cost model") UUID id,
      @Valid @NotNull CostModelForms.Reason form) {
    CostModel model = changing(id);
    desk.withdraw(model, caller.subject(), form.reason());
    return preconditions.changed(models.state(model), model.version());
  }

  private CostModel changing(UUID id) {
    CostModel model = models.visible(id);
    preconditions.requireMatch(model.version());
    return model;
  }

  private LocalDate dayOr(@Nullable LocalDate asOf) {
    return asOf == null ? LocalDate.now(clock) : asOf;
  }
}
