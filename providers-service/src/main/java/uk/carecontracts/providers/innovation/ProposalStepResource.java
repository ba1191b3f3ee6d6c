package uk.carecontracts.providers.innovation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.tenancy.Caller;

/** The steps a proposal takes on its way from the idea to what it brings. */
@Path("/v1/innovation-proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Innovation")
@SecurityRequirement(name = "bearer")
public class ProposalStepResource {

  private final ProposalAccess access;
  private final InnovationDesk desk;
  private final Caller caller;
  private final Preconditions preconditions;

  ProposalStepResource(
      ProposalAccess access, InnovationDesk desk, Caller caller, Preconditions preconditions) {
    this.access = access;
    this.desk = desk;
    this.caller = caller;
    this.preconditions = preconditions;
  }

  /** Triage. */
  @POST
  @Path("/{id}/triage")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "triageInnovationProposal",
      summary = "Take a proposal forward or decline it, with the reason")
  @APIResponse(
      responseCode = "200",
      description = "Decided",
      content = @Content(schema = @Schema(implementation = ProposalState.class)))
  @APIResponse(
      responseCode = "422",
      description = "PROPOSAL_ELSEWHERE",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response triage(
      @PathParam("id") @Parameter(description = "The proposal") UUID id,
      @Valid @NotNull ProposalForms.Triage form) {
    Proposal proposal = access.changing(id);
    desk.triage(proposal, form, caller.subject());
    return changed(proposal);
  }

  /** Makes the business case. */
  @POST
  @Path("/{id}/business-case")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "makeBusinessCase",
      summary = "Make the business case, or make it anew until it is approved",
      description = "Payback and net benefit are worked out with every step shown.")
  @APIResponse(
      responseCode = "200",
      description = "The proposal with its case",
      content = @Content(schema = @Schema(implementation = ProposalState.class)))
  @APIResponse(
      responseCode = "422",
      description = "PROPOSAL_ELSEWHERE",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response makeCase(
      @PathParam("id") @Parameter(description = "The proposal") UUID id,
      @Valid @NotNull ProposalForms.Case form) {
    Proposal proposal = access.changing(id);
    desk.makeCase(proposal, form, caller.subject());
    return changed(proposal);
  }

  /** Approves the business case. */
  @POST
  @Path("/{id}/approve")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "approveInnovationProposal",
      summary = "Approve a business case and take its investment out of a fund, or neither",
      description = "However many approve at once, a fund is never overdrawn.")
  @APIResponse(
      responseCode = "200",
      description = "Approved, with the award",
      content = @Content(schema = @Schema(implementation = ProposalState.class)))
  @APIResponse(
      responseCode = "422",
      description = "FUND_INSUFFICIENT, FUND_NEEDED, AUTHOR_APPROVES or PROPOSAL_ELSEWHERE",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response approve(
      @PathParam("id") @Parameter(description = "The proposal") UUID id,
      @Valid @NotNull ProposalForms.Approval form) {
    Proposal proposal = access.changing(id);
    desk.approve(proposal, form, caller.subject());
    return changed(proposal);
  }

  /** Begins the pilot. */
  @POST
  @Path("/{id}/pilot")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(operationId = "beginPilot", summary = "Begin the pilot of an approved proposal")
  @APIResponse(
      responseCode = "200",
      description = "The proposal in its pilot",
      content = @Content(schema = @Schema(implementation = ProposalState.class)))
  @APIResponse(
      responseCode = "422",
      description = "PILOT_BACKWARDS or PROPOSAL_ELSEWHERE",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response begin(
      @PathParam("id") @Parameter(description = "The proposal") UUID id,
      @Valid @NotNull ProposalForms.Pilot form) {
    Proposal proposal = access.changing(id);
    desk.begin(proposal, form, caller.subject());
    return changed(proposal);
  }

  /** Records the result. */
  @POST
  @Path("/{id}/result")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "concludePilot",
      summary = "Record what the pilot found; what it did not need goes back to the fund")
  @APIResponse(
      responseCode = "200",
      description = "The proposal with its result",
      content = @Content(schema = @Schema(implementation = ProposalState.class)))
  @APIResponse(
      responseCode = "422",
      description = "MORE_THAN_AWARDED or PROPOSAL_ELSEWHERE",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response conclude(
      @PathParam("id") @Parameter(description = "The proposal") UUID id,
      @Valid @NotNull ProposalForms.Result form) {
    Proposal proposal = access.changing(id);
    desk.conclude(proposal, form, caller.subject());
    return changed(proposal);
  }

  /** Records a benefit. */
  @POST
  @Path("/{id}/benefits")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "recordBenefit",
      summary = "Record what a proposal saved in a time, and what of it is paid back into the fund")
  @APIResponse(
      responseCode = "200",
      description = "The proposal with its benefits",
      content = @Content(schema = @Schema(implementation = ProposalState.class)))
  @APIResponse(
      responseCode = "422",
      description = "MORE_THAN_OWED or PROPOSAL_ELSEWHERE",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response benefit(
      @PathParam("id") @Parameter(description = "The proposal") UUID id,
      @Valid @NotNull ProposalForms.Benefit form) {
    Proposal proposal = access.changing(id);
    desk.benefit(proposal, form, caller.subject());
    return changed(proposal);
  }

  private Response changed(Proposal proposal) {
    return preconditions.changed(proposal.state(), proposal.version());
  }
}
