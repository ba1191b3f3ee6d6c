package uk.carecontracts.monitoring.plans;

import static uk.carecontracts.monitoring.spreadsheets.Csv.line;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.journal.ChangeFeed;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.indicators.Catalogue;
import uk.carecontracts.monitoring.spreadsheets.Csv;
import uk.carecontracts.monitoring.spreadsheets.CsvPageMapper;

/** Monitoring plans over HTTP. */
@Path("/v1/monitoring-plans")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Monitoring plans", description = "What is asked of a contract, and when")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
public class PlansResource {
  private static final Set<String> FEED =
      Set.of(
          Plans.TYPE,
          "return",
          "contract-risk",
          "risk-weights",
          "financial-standing",
          "concern",
          "assessment",
          "action-plan",
          "feedback",
          "strategy",
          "strategy-observation",
          "outcome-framework",
          "contract-review");
  private static final List<String> HEADER =
      List.of(
          "id",
          "contractReference",
          "contractTitle",
          "provider",
          "serviceType",
          "status",
          "startsOn",
          "endsOn",
          "frequencyMonths",
          "nextDue",
          "overdueReturns");

  private final Plans plans;
  private final PlanQueries queries;
  private final Catalogue catalogue;
  private final ChangeFeed feed;
  private final ProviderReach reach;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;
  private final Clock clock;

  PlansResource(
      Plans plans,
      PlanQueries queries,
      Catalogue catalogue,
      ChangeFeed feed,
      ProviderReach reach,
      Caller caller,
      Preconditions preconditions,
      Paging paging,
      Clock clock) {
    this.plans = plans;
    this.queries = queries;
    this.catalogue = catalogue;
    this.feed = feed;
    this.reach = reach;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
    this.clock = clock;
  }

  /** A page of plans of the contract set. */
  @Schema(name = "MonitoringPlanPage")
  private record PlanPage(List<PlanSummary> items, @Nullable String next) {}

  @GET
  @Operation(
      operationId = "listMonitoringPlans",
      summary = "Monitoring plans of the authority, for a provider its own")
  @APIResponse(
      responseCode = "200",
      description = "A page of plans, oldest first",
      content = @Content(schema = @Schema(implementation = PlanPage.class)))
  /** One page of plans. */
  public Response list(@BeanParam PlanFilter filter) {
    return paging.answer(page(filter));
  }

  @GET
  @Produces(Csv.TYPE)
  @Operation(
      operationId = "listMonitoringPlans",
      summary = "Monitoring plans of the authority, for a provider its own")
  @APIResponse(responseCode = "200", description = "A header line and a line for each plan")
  public Response export(@BeanParam PlanFilter filter) {
    return CsvPageMapper.answer(
        paging,
        HEADER,
        page(filter),
        plan ->
            line(
                plan.id(),
                plan.contractReference(),
                plan.contractTitle(),
                plan.providerName(),
                plan.serviceType(),
                plan.status(),
                plan.startsOn(),
                plan.endsOn(),
                plan.frequencyMonths(),
                plan.nextDue(),
                plan.overdueReturns()));
  }

  private Page<PlanSummary> page(PlanFilter filter) {
    filter.providerId = reach.narrow(filter.providerId);
    return Page.byId(
        filter.fingerprint(),
        filter.cursor,
        filter.limit,
        (after, most) -> queries.plans(filter, LocalDate.now(clock), after, most),
        plan -> plan.id());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getMonitoringPlan", summary = "One plan with indicators and due dates")
  @APIResponse(
      responseCode = "200",
      description = "The plan, with its ETag",
      content = @Content(schema = @Schema(implementation = PlanState.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such plan")
  public Response get(@Parameter(description = "The plan") @PathParam("id") UUID id) {
    PlanState plan = plans.get(id);
    reach.requireParty(plan.providerId());
    return preconditions.answer(plan, Preconditions.etag(plan.version()));
  }

  @PUT
  @Path("/{id}/indicators")
  @Transactional
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "chooseIndicators",
      summary = "Replace the indicators of a plan and their terms (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The plan as amended",
      content = @Content(schema = @Schema(implementation = PlanState.class)))
  @APIResponse(responseCode = "404", description = "There is no such plan")
  @APIResponse(responseCode = "412", description = "The plan changed since it was read")
  @APIResponse(responseCode = "422", description = "An indicator is unknown or its terms cannot be")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response choose(
      @Parameter(description = "The plan") @PathParam("id") UUID id,
      @NotNull @Valid IndicatorSelection selection) {
    PlanState plan =
        plans.choose(
            id,
            preconditions::requireMatch,
            selection.choices(catalogue, caller.authority(), LocalDate.now(clock)));
    return preconditions.changed(plan, plan.version());
  }

  @GET
  @Path("/changes")
  @Operation(
      operationId = "readMonitoringChanges",
      summary =
          "Every version of plans, returns, risk, concerns, assessments, actions, feedback,"
              + " strategies and reviews in commit order")
  @APIResponse(
      responseCode = "200",
      description = "A stretch of the feed; ask again with after=next",
      content = @Content(schema = @Schema(implementation = ChangeFeed.Stretch.class)))
  public ChangeFeed.Stretch changes(
      @Parameter(description = "next of the stretch before; from the beginning when left out")
          @QueryParam("after")
          @Nullable String after,
      @Parameter(description = "Only these event types") @QueryParam("types") Set<String> types,
      @Parameter(description = "Most changes, 1 to 1000; 100 when left out") @QueryParam("limit")
          @Nullable Integer limit,
      @Parameter(description = "Seconds to wait for news, at most 30") @QueryParam("wait")
          @Nullable Integer wait) {
    reach.requireOfficer();
    return feed.read(FEED, after, types == null ? Set.of() : types, limit, wait);
  }
}
