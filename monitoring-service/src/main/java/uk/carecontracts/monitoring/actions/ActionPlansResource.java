package uk.carecontracts.monitoring.actions;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;

/** Action plans over HTTP: providers and officers agree them, providers report, officers verify. */
@Path("/v1/action-plans")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Action plans", description = "What must be put right, by whom and until when")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class ActionPlansResource {
  private final ActionPlans plans;
  private final Preconditions preconditions;
  private final Paging paging;

  ActionPlansResource(ActionPlans plans, Preconditions preconditions, Paging paging) {
    this.plans = plans;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  @Schema(name = "ActionPlanPage")
  private record ActionPlanPage(List<ActionPlan> items, @Nullable String next) {}

  /**
   * What shows that an action was done.
   *
   * @param evidence in words or as a link
   */
  @Schema(name = "ActionDone")
  public record Done(@NotBlank @Size(max = 4000) String evidence) {}

  /**
   * What an officer saw.
   *
   * @param accepted false opens the action again
   * @param reason why
   */
  @Schema(name = "ActionVerification")
  public record Verification(
      @NotNull Boolean accepted, @NotBlank @Size(max = 4000) String reason) {}

  /** One page of plans. */
  @GET
  @Operation(
      operationId = "listActionPlans",
      summary = "Action plans of the authority, for a provider its own")
  @APIResponse(
      responseCode = "200",
      description = "A page of plans, oldest first",
      content = @Content(schema = @Schema(implementation = ActionPlanPage.class)))
  public Response list(@BeanParam ActionPlanFilter filter) {
    return paging.answer(plans.page(filter));
  }

  /** One plan. */
  @GET
  @Path("/{id}")
  @Operation(operationId = "getActionPlan", summary = "One action plan")
  @APIResponse(
      responseCode = "200",
      description = "The plan, with its ETag",
      content = @Content(schema = @Schema(implementation = ActionPlan.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such plan")
  public Response get(@Parameter(description = "The action plan") @PathParam("id") UUID id) {
    ActionPlan plan = plans.get(id);
    return preconditions.answer(plan, Preconditions.etag(plan.version()));
  }

  /** Agrees a plan. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"monitoring:write", "returns:submit"})
  @Operation(
      operationId = "agreeActionPlan",
      summary = "Agree an action plan; an assessment's has at least one action for each shortfall")
  @APIResponse(
      responseCode = "201",
      description = "The plan",
      content = @Content(schema = @Schema(implementation = ActionPlan.class)))
  @APIResponse(responseCode = "404", description = "There is no such assessment or contract")
  @APIResponse(responseCode = "409", description = "The assessment has a plan or is not published")
  @APIResponse(responseCode = "422", description = "A shortfall has no action, or a day has passed")
  public Response agree(@NotNull @Valid ActionPlans.Request request) {
    ActionPlan plan = plans.agree(request);
    return preconditions.created(plan, plan.id(), plan.version());
  }

  /** Reports an action done. */
  @POST
  @Path("/{id}/actions/{actionId}/done")
  @Transactional
  @Idempotent
  @RolesAllowed({"monitoring:write", "returns:submit"})
  @Operation(
      operationId = "reportActionDone",
      summary = "Report an action done, with its evidence (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The plan",
      content = @Content(schema = @Schema(implementation = ActionPlan.class)))
  @APIResponse(responseCode = "404", description = "There is no such plan or action")
  @APIResponse(responseCode = "409", description = "The action was verified already")
  @APIResponse(responseCode = "412", description = "The plan changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response done(
      @Parameter(description = "The action plan") @PathParam("id") UUID id,
      @Parameter(description = "The action") @PathParam("actionId") UUID actionId,
      @NotNull @Valid Done done) {
    ActionPlan plan = plans.done(id, actionId, preconditions::requireMatch, done.evidence());
    return preconditions.changed(plan, plan.version());
  }

  /** Verifies an action. */
  @POST
  @Path("/{id}/actions/{actionId}/verify")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "verifyAction",
      summary = "See that an action was done, or open it again (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The plan",
      content = @Content(schema = @Schema(implementation = ActionPlan.class)))
  @APIResponse(responseCode = "404", description = "There is no such plan or action")
  @APIResponse(responseCode = "409", description = "The action is not done")
  @APIResponse(responseCode = "412", description = "The plan changed since it was read")
  @APIResponse(responseCode = "422", description = "Who reported it done does not verify it")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response verify(
      @Parameter(description = "The action plan") @PathParam("id") UUID id,
      @Parameter(description = "The action") @PathParam("actionId") UUID actionId,
      @NotNull @Valid Verification seen) {
    ActionPlan plan =
        plans.verify(id, actionId, preconditions::requireMatch, seen.accepted(), seen.reason());
    return preconditions.changed(plan, plan.version());
  }
}
