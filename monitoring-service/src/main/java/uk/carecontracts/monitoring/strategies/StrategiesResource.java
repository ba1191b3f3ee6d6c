package uk.carecontracts.monitoring.strategies;

import static uk.carecontracts.monitoring.spreadsheets.Csv.line;

import io.quarkus.security.Authenticated;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvLists;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.scorecards.MissingValues;
import uk.carecontracts.monitoring.spreadsheets.Csv;

/** Strategies over HTTP, for officers. */
@Path("/v1/strategies")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Strategies", description = "What an authority wants for a group of people")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class StrategiesResource {
  private static final String ID = "The strategy";
  private static final String SUMMARY = "Strategies of the authority, oldest first";
  private static final CsvLists.Sheet<Strategy> SHEET =
      new CsvLists.Sheet<>(
          "strategies",
          List.of(
              "id",
              "clientGroup",
              "title",
              "startsOn",
              "endsOn",
              "frameworkId",
              "status",
              "priorities",
              "outcomes",
              "measures",
              "contracts"),
          each -> each.id(),
          StrategiesResource::cells);

  private final Strategies strategies;
  private final ProviderReach reach;
  private final Preconditions preconditions;
  private final Paging paging;
  private final CsvLists lists;

  StrategiesResource(
      Strategies strategies,
      ProviderReach reach,
      Preconditions preconditions,
      Paging paging,
      CsvLists lists) {
    this.strategies = strategies;
    this.reach = reach;
    this.preconditions = preconditions;
    this.paging = paging;
    this.lists = lists;
  }

  @Schema(name = "StrategyPage")
  private record StrategyPage(List<Strategy> items, @Nullable String next) {}

  /** One page of strategies. */
  @GET
  @Operation(operationId = "listStrategies", summary = SUMMARY)
  @APIResponse(
      responseCode = "200",
      description = "A page of strategies",
      content = @Content(schema = @Schema(implementation = StrategyPage.class)))
  public Response list(
      @Parameter(description = "Only for this client group") @QueryParam("clientGroup")
          @Nullable String clientGroup,
      @BeanParam ListFilter filter) {
    reach.requireOfficer();
    return paging.answer(strategies.page(clientGroup, filter));
  }

  /** Every strategy that meets the filter, for a spreadsheet. */
  @GET
  @Produces(Csv.TYPE)
  @Operation(operationId = "listStrategies", summary = SUMMARY)
  @APIResponse(
      responseCode = "200",
      description =
          "A header line and a line for each strategy, the whole list; outcomes, measures and"
              + " contracts are counted")
  public Response export(
      @Parameter(description = "Only for this client group") @QueryParam("clientGroup")
          @Nullable String clientGroup,
      @BeanParam ListFilter filter) {
    reach.requireOfficer();
    filter.requireWhole();
    return lists.whole(SHEET, (after, most) -> strategies.rows(clientGroup, after, most));
  }

  private static List<@Nullable Object> cells(Strategy strategy) {
    List<Strategy.StrategyOutcome> outcomes =
        strategy.priorities().stream().flatMap(each -> each.outcomes().stream()).toList();
    return line(
        strategy.id(),
        strategy.clientGroup(),
        strategy.title(),
        strategy.startsOn(),
        strategy.endsOn(),
        strategy.frameworkId(),
        strategy.status(),
        strategy.priorities().stream()
            .map(Strategy.Priority::title)
            .collect(Collectors.joining("; ")),
        outcomes.size(),
        outcomes.stream().mapToInt(each -> each.measures().size()).sum(),
        outcomes.stream().flatMap(each -> each.contracts().stream()).distinct().count());
  }

  /** One strategy. */
  @GET
  @Path("/{id}")
  @Operation(operationId = "getStrategy", summary = "One strategy")
  @APIResponse(
      responseCode = "200",
      description = "The strategy, with its ETag",
      content = @Content(schema = @Schema(implementation = Strategy.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such strategy")
  public Response get(@Parameter(description = ID) @PathParam("id") UUID id) {
    reach.requireOfficer();
    Strategy strategy = strategies.get(id);
    return preconditions.answer(strategy, Preconditions.etag(strategy.version()));
  }

  /** Drafts a strategy. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "draftStrategy",
      summary = "Draft a strategy with priorities, outcomes, targets and the contracts behind them")
  @APIResponse(
      responseCode = "201",
      description = "The draft",
      content = @Content(schema = @Schema(implementation = Strategy.class)))
  @APIResponse(responseCode = "422", description = "It contradicts itself or a contract is unknown")
  public Response draft(@NotNull @Valid Strategies.Content content) {
    Strategy strategy = strategies.draft(content);
    return preconditions.created(strategy, strategy.id(), strategy.version());
  }

  /** Amends a strategy. */
  @PUT
  @Path("/{id}")
  @Transactional
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "amendStrategy",
      summary = "Replace what a strategy says; the client group stays (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The strategy",
      content = @Content(schema = @Schema(implementation = Strategy.class)))
  @APIResponse(responseCode = "404", description = "There is no such strategy")
  @APIResponse(responseCode = "409", description = "It is closed")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "422", description = "It contradicts itself or a contract is unknown")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response amend(
      @Parameter(description = ID) @PathParam("id") UUID id,
      @NotNull @Valid Strategies.Content content) {
    return changed(strategies.amend(id, preconditions::requireMatch, content));
  }

  /** Adopts a strategy. */
  @POST
  @Path("/{id}/adopt")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(operationId = "adoptStrategy", summary = "Adopt a draft (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The strategy",
      content = @Content(schema = @Schema(implementation = Strategy.class)))
  @APIResponse(responseCode = "404", description = "There is no such strategy")
  @APIResponse(responseCode = "409", description = "It is no draft")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response adopt(@Parameter(description = ID) @PathParam("id") UUID id) {
    return changed(strategies.adopt(id, preconditions::requireMatch));
  }

  /** Closes a strategy. */
  @POST
  @Path("/{id}/close")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(operationId = "closeStrategy", summary = "Close a strategy (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The strategy",
      content = @Content(schema = @Schema(implementation = Strategy.class)))
  @APIResponse(responseCode = "404", description = "There is no such strategy")
  @APIResponse(responseCode = "409", description = "It is closed")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response close(@Parameter(description = ID) @PathParam("id") UUID id) {
    return changed(strategies.close(id, preconditions::requireMatch));
  }

  /** Records an observation. */
  @POST
  @Path("/{id}/observations")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "recordStrategyObservation",
      summary = "Record what was seen of one person, by a pseudonymous reference, or a population")
  @APIResponse(
      responseCode = "201",
      description = "The observation",
      content = @Content(schema = @Schema(implementation = StrategyObservation.class)))
  @APIResponse(responseCode = "404", description = "There is no such strategy")
  @APIResponse(
      responseCode = "422",
      description = "It has no such measure, or the figures cannot be")
  public Response observe(
      @Parameter(description = ID) @PathParam("id") UUID id, @NotNull @Valid Strategies.Seen seen) {
    return Response.status(Response.Status.CREATED).entity(strategies.observe(id, seen)).build();
  }

  /** Reports on a strategy. */
  @GET
  @Path("/{id}/report")
  @Operation(
      operationId = "reportOnStrategy",
      summary = "How well a strategy reaches its own outcomes, with the arithmetic of every figure")
  @APIResponse(
      responseCode = "200",
      description = "The report",
      content = @Content(schema = @Schema(implementation = StrategyReport.class)))
  @APIResponse(responseCode = "404", description = "There is no such strategy")
  public StrategyReport report(
      @Parameter(description = ID) @PathParam("id") UUID id,
      @Parameter(description = "Count up to this day; today when left out") @QueryParam("asOf")
          @Nullable LocalDate asOf,
      @Parameter(description = "EXCLUDED (when left out), LAST_KNOWN or WORST_CASE")
          @QueryParam("missingValues")
          @Nullable MissingValues missingValues) {
    reach.requireOfficer();
    return strategies.report(id, asOf, missingValues);
  }

  private Response changed(Strategy strategy) {
    return preconditions.changed(strategy, strategy.version());
  }
}
