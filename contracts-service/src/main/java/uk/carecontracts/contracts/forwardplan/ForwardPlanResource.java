package uk.carecontracts.contracts.forwardplan;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import uk.carecontracts.contracts.forwardplan.PlanRequests.Completion;
import uk.carecontracts.contracts.forwardplan.PlanRequests.ContractPlan;
import uk.carecontracts.contracts.forwardplan.PlanRequests.IntentionRequest;
import uk.carecontracts.contracts.forwardplan.PlanRequests.MoveRequest;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;

/** What is to be decided about the authority's contracts, and the work for it. */
@Path("/v1/forward-plan")
@Tag(name = "Forward plan", description = "Decisions that come, and whether their work is on time")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(
    responseCode = "403",
    description = "The scope is missing, or the contract is another authority's")
public class ForwardPlanResource {
  private final ForwardPlans plans;
  private final Preconditions preconditions;
  private final Paging paging;
  private final Caller caller;
  private final Clock clock;

  ForwardPlanResource(
      ForwardPlans plans, Preconditions preconditions, Paging paging, Caller caller, Clock clock) {
    this.plans = plans;
    this.preconditions = preconditions;
    this.paging = paging;
    this.caller = caller;
    this.clock = clock;
  }

  private List<PlanEntry> entries(PlanFilter filter) {
    return plans.entries(filter.scope(caller.authority(), LocalDate.now(clock))).stream()
        .filter(filter::admits)
        .toList();
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "listForwardPlan",
      summary = "Every decision that comes, with the steps towards it, their lateness and colour")
  @APIResponse(
      responseCode = "200",
      description = "A page of decisions in the order of their days; as text/csv all of them")
  public RestResponse<Page<PlanEntry>> list(
      @BeanParam PlanFilter filter, @BeanParam ListFilter part) {
    int length = Paging.limit(part.limit);
    String query = Cursor.fingerprint(filter.parts());
    Cursor from = Cursor.parse(part.cursor, query, 3);
    Predicate<PlanEntry> later = from == null ? entry -> true : entry -> key(entry, from) > 0;
    List<PlanEntry> rows = entries(filter).stream().filter(later).limit(length + 1L).toList();
    return paging.page(
        Page.of(
            rows,
            length,
            entry ->
                Cursor.after(
                    query, entry.decisionDate(), entry.contractId(), entry.decision().name())));
  }

  /** Whether an entry comes after the cursor, in the order of {@link ForwardPlans#ORDER}. */
  private static int key(PlanEntry entry, Cursor from) {
    List<String> last = from.values();
    int byDay = entry.decisionDate().toString().compareTo(last.get(0));
    int byContract = entry.contractId().toString().compareTo(last.get(1));
    int byKind = entry.decision().name().compareTo(last.get(2));
    return byDay != 0 ? byDay : byContract != 0 ? byContract : byKind;
  }

  @GET
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response listAsCsv(@BeanParam PlanFilter filter) {
    return Response.ok(PlanCsv.write(entries(filter)), "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"forward-plan.csv\"")
        .build();
  }

  @GET
  @Path("/contracts/{contractId}")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getContractPlan",
      summary = "What comes for one contract and what was decided about it")
  @APIResponse(
      responseCode = "200",
      description = "The plan",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = ContractPlan.class)))
  @APIResponse(responseCode = "404", description = "There is no such contract")
  public Response get(@PathParam("contractId") UUID contractId) {
    PlanRecord record = plans.record(contractId);
    return Response.ok(plan(record))
        .header("ETag", Preconditions.etag(record.version()))
        .header("Cache-Control", "no-cache")
        .build();
  }

  private ContractPlan plan(PlanRecord record) {
    return new ContractPlan(record.contractId(), record, plans.of(record), record.version());
  }

  @PUT
  @Path("/contracts/{contractId}")
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(
      operationId = "setPlanIntention",
      summary = "Say what is meant to follow a contract, who works on it and what suppliers see")
  @APIResponse(
      responseCode = "200",
      description = "The plan after the change",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = ContractPlan.class)))
  @APIResponse(responseCode = "404", description = "There is no such contract")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response intend(
      @PathParam("contractId") UUID contractId, @NotNull @Valid IntentionRequest body) {
    boolean published = body.published() == null || body.published();
    return answer(
        plans.change(
            contractId,
            preconditions::requireMatch,
            "forward-plan.intention-set.v1",
            body.reason(),
            held ->
                held.intending(
                    body.team(), body.intention(), published, body.summary(), body.lots())));
  }

  @POST
  @Path("/contracts/{contractId}/completions")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(operationId = "completePlanMilestone", summary = "Record that a step is taken")
  @APIResponse(
      responseCode = "200",
      description = "The plan after the change",
      content = @Content(schema = @Schema(implementation = ContractPlan.class)))
  @APIResponse(responseCode = "404", description = "There is no such contract, decision or step")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(responseCode = "422", description = "It is done already, or its day is to come")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response complete(
      @PathParam("contractId") UUID contractId, @NotNull @Valid Completion body) {
    LocalDate today = LocalDate.now(clock);
    LocalDate on = body.completedOn() == null ? today : body.completedOn();
    if (on.isAfter(today)) {
      throw new RuleViolation(
          "DAY_TO_COME", "A step cannot have been taken on " + on + ".", "/completedOn");
    }
    Decision decision =
        plans.decision(contractId, body.decision(), body.decisionDate(), body.milestone());
    return answer(
        plans.change(
            contractId,
            preconditions::requireMatch,
            "forward-plan.milestone-done.v1",
            body.evidence(),
            held -> held.took(decision, body.milestone(), on, body.evidence())));
  }

  @POST
  @Path("/contracts/{contractId}/moves")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "movePlanMilestone",
      summary = "Give a step another day, with the reason")
  @APIResponse(
      responseCode = "200",
      description = "The plan after the change",
      content = @Content(schema = @Schema(implementation = ContractPlan.class)))
  @APIResponse(responseCode = "404", description = "There is no such contract, decision or step")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(responseCode = "422", description = "It is done already, or it would come too late")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response move(@PathParam("contractId") UUID contractId, @NotNull @Valid MoveRequest body) {
    Decision decision =
        plans.decision(contractId, body.decision(), body.decisionDate(), body.milestone());
    if (body.to().isAfter(decision.day())) {
      throw new RuleViolation(
          "AFTER_DECISION",
          "A step on the way to " + decision.day() + " cannot be due on " + body.to() + ".",
          "/to");
    }
    return answer(
        plans.change(
            contractId,
            preconditions::requireMatch,
            "forward-plan.date-moved.v1",
            body.reason(),
            held -> held.moving(decision, body.milestone(), body.to(), body.reason())));
  }

  private Response answer(PlanRecord record) {
    return preconditions.changed(plan(record), record.version());
  }
}
