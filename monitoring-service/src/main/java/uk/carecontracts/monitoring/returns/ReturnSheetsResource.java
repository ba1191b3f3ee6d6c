package uk.carecontracts.monitoring.returns;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.plans.Period;
import uk.carecontracts.monitoring.plans.PlanState;
import uk.carecontracts.monitoring.plans.Plans;
import uk.carecontracts.monitoring.spreadsheets.Csv;

/** Returns as spreadsheets, the rules across their values, and corrections after the lock. */
@Path("/v1/returns")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Returns", description = "What providers report for a period")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(
    responseCode = "403",
    description = "The token does not allow this, or its provider is not the supplier")
public class ReturnSheetsResource {
  private final Returns returns;
  private final ReturnChecks checks;
  private final Plans plans;
  private final ProviderReach reach;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Clock clock;

  ReturnSheetsResource(
      Returns returns,
      ReturnChecks checks,
      Plans plans,
      ProviderReach reach,
      Caller caller,
      Preconditions preconditions,
      Clock clock) {
    this.returns = returns;
    this.checks = checks;
    this.plans = plans;
    this.reach = reach;
    this.caller = caller;
    this.preconditions = preconditions;
    this.clock = clock;
  }

  @Schema(name = "ReturnRuleList")
  private record RuleList(List<ReturnRule> items) {}

  /** The sheet to fill in. */
  @GET
  @Path("/template")
  @Produces(Csv.TYPE)
  @Operation(
      operationId = "downloadReturnTemplate",
      summary = "A spreadsheet to fill in, with what was filled in so far")
  @APIResponse(
      responseCode = "200",
      description = "A header line and a line for each indicator the return asks for",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", description = "There is no such plan")
  @APIResponse(responseCode = "422", description = "No period of the plan begins on that day")
  public Response template(
      @Parameter(description = "The monitoring plan", required = true) @QueryParam("planId")
          @Nullable UUID planId,
      @Parameter(
              description =
                  "First day of one of its periods; an empty sheet of every indicator when"
                      + " left out")
          @QueryParam("periodStart")
          @Nullable LocalDate periodStart) {
    PlanState plan = plan(planId);
    if (periodStart != null) {
      periodFrom(plan, periodStart);
    }
    Optional<ReturnState> begun =
        periodStart == null ? Optional.empty() : returns.ofPeriod(plan.id(), periodStart);
    return Response.ok(
            ReturnSheet.template(
                periodStart == null ? plan.indicators() : plan.asked(periodStart),
                begun.map(ReturnState::observations).orElse(List.of())))
        .type(CsvTable.MEDIA_TYPE)
        .header("Content-Disposition", "attachment; filename=\"return.csv\"")
        .build();
  }

  private PlanState plan(@Nullable UUID planId) {
    if (planId == null) {
      throw ProblemException.badRequest("planId", "Name the monitoring plan with planId.");
    }
    PlanState plan = plans.get(planId);
    reach.requireParty(plan.providerId());
    return plan;
  }

  private static Period periodFrom(PlanState plan, LocalDate first) {
    return plan.periods().stream()
        .filter(period -> period.periodStart().equals(first))
        .findFirst()
        .orElseThrow(
            () ->
                new RuleViolation(
                    "PERIOD_NOT_IN_PLAN",
                    "No period of the plan begins on %s; GET /v1/monitoring-plans/%s lists them."
                        .formatted(first, plan.id()),
                    "periodStart"));
  }

  /** Takes a filled-in sheet. */
  @POST
  @Path("/uploads")
  @Consumes(MediaType.WILDCARD)
  @Transactional
  @Idempotent
  @RolesAllowed({"returns:submit", "monitoring:write"})
  @Operation(
      operationId = "uploadReturn",
      summary = "Send a filled-in spreadsheet: begins the return of the period or corrects it")
  @APIResponse(
      responseCode = "201",
      description = "The return as begun",
      content = @Content(schema = @Schema(implementation = ReturnState.class)))
  @APIResponse(
      responseCode = "200",
      description = "The return as corrected",
      content = @Content(schema = @Schema(implementation = ReturnState.class)))
  @APIResponse(responseCode = "404", description = "There is no such plan")
  @APIResponse(responseCode = "409", description = "The return is submitted or locked")
  @APIResponse(responseCode = "422", description = "Lines that cannot be read, by line and column")
  public Response upload(
      @Parameter(description = "The monitoring plan", required = true) @QueryParam("planId")
          @Nullable UUID planId,
      @Parameter(description = "First day of one of its periods", required = true)
          @QueryParam("periodStart")
          @Nullable LocalDate periodStart,
      @Parameter(description = "true to hand it in at once") @QueryParam("submit")
          @Nullable Boolean submit,
      @NotNull String sheet) {
    PlanState plan = plan(planId);
    if (periodStart == null) {
      throw ProblemException.badRequest("periodStart", "Name the period by its first day.");
    }
    List<Reading> readings = ReturnSheet.read(sheet);
    boolean handIn = Boolean.TRUE.equals(submit);
    ReturnState before = returns.ofPeriod(plan.id(), periodStart).orElse(null);
    if (before == null) {
      LocalDate periodEnd = periodFrom(plan, periodStart).periodEnd();
      ReturnState begun =
          returns.begin(new ReturnDraft(plan.id(), periodStart, periodEnd, readings, null, handIn));
      return preconditions.created(begun, begun.id(), begun.version());
    }
    ReturnState corrected =
        returns.correct(
            before.id(), version -> {}, new ReturnContent(readings, before.minutesSpent()));
    ReturnState now = handIn ? returns.submit(before.id(), version -> {}) : corrected;
    return preconditions.changed(now, now.version());
  }

  /** Puts an approved return right. */
  @POST
  @Path("/{id}/correct-after-lock")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "correctLockedReturn",
      summary = "Put an approved return right, with the reason on record (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The return, still locked, with the exception recorded",
      content = @Content(schema = @Schema(implementation = ReturnState.class)))
  @APIResponse(responseCode = "404", description = "There is no such return")
  @APIResponse(responseCode = "409", description = "The return is not locked")
  @APIResponse(responseCode = "412", description = "The return changed since it was read")
  @APIResponse(responseCode = "422", description = "The values do not hold together")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response correctLocked(
      @Parameter(description = "The return") @PathParam("id") UUID id,
      @NotNull @Valid LockedCorrection correction) {
    ReturnState state = returns.correctLocked(id, preconditions::requireMatch, correction);
    return preconditions.changed(state, state.version());
  }

  /** The rules across values. */
  @GET
  @Path("/rules")
  @Operation(
      operationId = "listReturnRules",
      summary = "Rules across the values of a return that hold today")
  @APIResponse(
      responseCode = "200",
      description = "The rules by code",
      content = @Content(schema = @Schema(implementation = RuleList.class)))
  public Response rules() {
    return Response.ok(new RuleList(checks.holding(caller.authority(), LocalDate.now(clock))))
        .build();
  }

  /** Defines a rule. */
  @POST
  @Path("/rules")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "defineReturnRule",
      summary = "Define a rule across two values for the authority's returns, or a newer version")
  @APIResponse(
      responseCode = "201",
      description = "The rule",
      content = @Content(schema = @Schema(implementation = ReturnRule.class)))
  @APIResponse(responseCode = "409", description = "The code is defined from this day already")
  public Response define(@NotNull @Valid RuleDefinition definition) {
    ReturnRule rule = definition.by(caller.authority(), LocalDate.now(clock));
    checks.define(rule);
    return Response.status(Response.Status.CREATED).entity(rule).build();
  }
}
