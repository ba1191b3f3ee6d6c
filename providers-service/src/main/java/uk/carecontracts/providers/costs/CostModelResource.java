package uk.carecontracts.providers.costs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import uk.carecontracts.providers.register.ProviderNames;

/** Cost models: the authority that holds one reads it, and the provider whose costs they are. */
@Path("/v1/cost-models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cost models", description = "What care costs, line by line; confidential")
@SecurityRequirement(name = "bearer")
public class CostModelResource {

  private final CostModelRepository repository;
  private final CostModels models;
  private final CostModelDesk desk;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;
  private final ProviderNames names;
  private final CsvLists lists;

  CostModelResource(
      CostModelRepository repository,
      CostModels models,
      CostModelDesk desk,
      Caller caller,
      Preconditions preconditions,
      Paging paging,
      CsvLists lists,
      ProviderNames names) {
    this.repository = repository;
    this.models = models;
    this.desk = desk;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
    this.names = names;
    this.lists = lists;
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "CostModelPage")
  public record CostModelPage(List<CostModelState> items, @Nullable String next) {}

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
      summary = "Your authority's cost models, newest first; with a provider's token its own",
      description =
          "The whole list as CSV with Accept: text/csv: a line for each model with its provider's"
              + " name, what a unit costs and where it stands.")
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
      @BeanParam ListFilter part) {
    UUID provider = shown(providerId);
    Page<CostModel> page =
        Page.byId(
            Cursor.fingerprint("cost-models", provider, serviceType, status),
            part.cursor,
            part.limit,
            (before, most) ->
                repository.search(
                    provider == null ? null : models.family(provider),
                    serviceType,
                    status,
                    before,
                    most),
            row -> row.id());
    return paging.answer(new Page<>(models.states(page.items()), page.next()));
  }

  /** Lists models for a spreadsheet. */
  @GET
  @Transactional
  @Produces("text/csv")
  @RolesAllowed({"providers:write", "returns:submit"})
  @Operation(hidden = true)
  public Response listAsCsv(
      @QueryParam("providerId") @Nullable UUID providerId,
      @QueryParam("serviceType") @Nullable String serviceType,
      @QueryParam("status") @Nullable CostModelStatus status) {
    UUID provider = shown(providerId);
    List<UUID> family = provider == null ? null : models.family(provider);
    return lists.whole(
        CostModelCsv.SHEET,
        (before, most) ->
            names.of(
                models.states(repository.search(family, serviceType, status, before, most)),
                model -> model.providerId()));
  }

  /** Whose models a list shows: the provider asked for, or the token's; null: all. */
  private @Nullable UUID shown(@Nullable UUID asked) {
    UUID wanted = asked == null && !models.isOfficer() ? models.own() : asked;
    return wanted == null ? null : models.requireMay(wanted);
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
}
