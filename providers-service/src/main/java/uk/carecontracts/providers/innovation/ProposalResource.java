package uk.carecontracts.providers.innovation;

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
import uk.carecontracts.providers.register.Providers;

/** Proposals; a provider's token hands in, reads and takes back its own. */
@Path("/v1/innovation-proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Innovation", description = "Proposals, business cases, invest-to-save and pilots")
@SecurityRequirement(name = "bearer")
public class ProposalResource {

  private final ProposalRepository proposals;
  private final InnovationDesk desk;
  private final Providers providers;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;

  ProposalResource(
      ProposalRepository proposals,
      InnovationDesk desk,
      Providers providers,
      Caller caller,
      Preconditions preconditions,
      Paging paging) {
    this.proposals = proposals;
    this.desk = desk;
    this.providers = providers;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "InnovationProposalPage")
  public record ProposalPage(List<ProposalState> items, @Nullable String next) {}

  /** Hands in a proposal. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed({"providers:write", "returns:submit"})
  @Operation(
      operationId = "submitInnovationProposal",
      summary = "Propose to do something better, or for less",
      description =
          "Also parts of a specification that add cost but little outcome. A provider's token hands"
              + " in its own.")
  @APIResponse(
      responseCode = "201",
      description = "Handed in",
      content = @Content(schema = @Schema(implementation = ProposalState.class)))
  @APIResponse(
      responseCode = "403",
      description = "NOT_YOUR_PROPOSAL: the token acts for another provider",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "ELEMENT_UNCLEAR",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response submit(@Valid @NotNull ProposalForms.NewProposal form) {
    UUID named =
        form.providerId() == null ? null : providers.requireSurvivor(form.providerId()).id();
    UUID provider = isOfficer() ? named : own();
    if (named != null && !named.equals(provider)) {
      throw notYours();
    }
    Proposal fresh = desk.submit(caller.authority(), provider, form, caller.subject());
    return preconditions.created(fresh.state(), fresh.id(), fresh.version());
  }

  /** Lists proposals. */
  @GET
  @Transactional
  @RolesAllowed({"providers:write", "returns:submit"})
  @Operation(
      operationId = "listInnovationProposals",
      summary = "Proposals of your authority, newest first; with a provider's token its own")
  @APIResponse(
      responseCode = "200",
      description = "A page of proposals",
      content = @Content(schema = @Schema(implementation = ProposalPage.class)))
  public Response list(
      @QueryParam("providerId") @Parameter(description = "Only this provider's")
          @Nullable UUID providerId,
      @QueryParam("kind") @Parameter(description = "Only of this kind") @Nullable ProposalKind kind,
      @QueryParam("status") @Parameter(description = "Only those that stand here")
          @Nullable ProposalStatus status,
      @QueryParam("cursor") @Parameter(description = "next of the page before")
          @Nullable String cursor,
      @QueryParam("limit") @Parameter(description = "1 to 500, default 50")
          @Nullable Integer limit) {
    UUID provider = isOfficer() ? providerId : own();
    int length = Paging.limit(limit);
    String query = Cursor.fingerprint("proposals", provider, kind, status);
    Cursor from = Cursor.parse(cursor, query, 1);
    UUID before = from == null ? null : UUID.fromString(from.values().get(0));
    return paging.answer(
        Page.of(
                proposals.search(provider, kind, status, before, length + 1),
                length,
                row -> Cursor.after(query, row.id()))
            .map(Proposal::state));
  }

  /** Reads a proposal. */
  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({"providers:write", "returns:submit"})
  @Operation(
      operationId = "getInnovationProposal",
      summary = "Read a proposal and all that happened to it")
  @APIResponse(
      responseCode = "200",
      description = "The proposal",
      content = @Content(schema = @Schema(implementation = ProposalState.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  public Response get(@PathParam("id") @Parameter(description = "The proposal") UUID id) {
    Proposal found = visible(id);
    return preconditions.answer(found.state(), Preconditions.etag(found.version()));
  }

  /** Takes a proposal back. */
  @POST
  @Path("/{id}/withdraw")
  @Transactional
  @Idempotent
  @RolesAllowed({"providers:write", "returns:submit"})
  @Operation(
      operationId = "withdrawInnovationProposal",
      summary = "Take a proposal back, as long as nothing is set aside for it")
  @APIResponse(
      responseCode = "200",
      description = "Withdrawn",
      content = @Content(schema = @Schema(implementation = ProposalState.class)))
  @APIResponse(
      responseCode = "422",
      description = "PROPOSAL_ELSEWHERE",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response withdraw(@PathParam("id") @Parameter(description = "The proposal") UUID id) {
    Proposal proposal = changing(id);
    desk.withdraw(proposal, caller.subject());
    return changed(proposal);
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
    Proposal proposal = changing(id);
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
    Proposal proposal = changing(id);
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
    Proposal proposal = changing(id);
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
    Proposal proposal = changing(id);
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
    Proposal proposal = changing(id);
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
    Proposal proposal = changing(id);
    desk.benefit(proposal, form, caller.subject());
    return changed(proposal);
  }

  private Proposal changing(UUID id) {
    Proposal proposal = visible(id);
    preconditions.requireMatch(proposal.version());
    return proposal;
  }

  private Proposal visible(UUID id) {
    Proposal found = proposals.require(id);
    if (!isOfficer() && !own().equals(found.providerId())) {
      throw notYours();
    }
    return found;
  }

  private static ProblemException notYours() {
    return ProblemException.forbidden("NOT_YOUR_PROPOSAL", "The token acts for another provider.");
  }

  private Response changed(Proposal proposal) {
    return preconditions.changed(proposal.state(), proposal.version());
  }

  private boolean isOfficer() {
    return caller.hasScope("providers:write");
  }

  private UUID own() {
    UUID claimed =
        caller
            .providerId()
            .orElseThrow(
                () ->
                    ProblemException.forbidden(
                        "NO_PROVIDER", "Only officers and the provider itself may do this."));
    return providers.requireSurvivor(claimed).id();
  }
}
