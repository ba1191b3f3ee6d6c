package uk.carecontracts.providers.innovation;

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
import uk.carecontracts.providers.register.Providers;

/** Proposals; a provider's token hands in, reads and takes back its own. */
@Path("/v1/innovation-proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Innovation", description = "Proposals, business cases, invest-to-save and pilots")
@SecurityRequirement(name = "bearer")
public class ProposalResource {

  private final ProposalRepository proposals;
  private final ProposalAccess access;
  private final InnovationDesk desk;
  private final Providers providers;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;
  private final ProviderNames names;
  private final CsvLists lists;

  ProposalResource(
      ProposalRepository proposals,
      ProposalAccess access,
      InnovationDesk desk,
      Providers providers,
      Caller caller,
      Preconditions preconditions,
      Paging paging,
      CsvLists lists,
      ProviderNames names) {
    this.proposals = proposals;
    this.access = access;
    this.desk = desk;
    this.providers = providers;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
    this.names = names;
    this.lists = lists;
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
    UUID provider = access.isOfficer() ? named : access.own();
    if (named != null && !named.equals(provider)) {
      throw ProposalAccess.notYours();
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
      summary = "Proposals of your authority, newest first; with a provider's token its own",
      description =
          "The whole list as CSV with Accept: text/csv: a line for each proposal with its"
              + " provider's name, its business case, award and result in short.")
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
      @BeanParam ListFilter part) {
    List<UUID> family = access.listed(providerId);
    return paging.answer(
        Page.byId(
                Cursor.fingerprint("proposals", providerId, kind, status),
                part.cursor,
                part.limit,
                (before, most) -> proposals.search(family, kind, status, before, most),
                row -> row.id())
            .map(Proposal::state));
  }

  /** Lists proposals for a spreadsheet. */
  @GET
  @Transactional
  @Produces("text/csv")
  @RolesAllowed({"providers:write", "returns:submit"})
  @Operation(hidden = true)
  public Response listAsCsv(
      @QueryParam("providerId") @Nullable UUID providerId,
      @QueryParam("kind") @Nullable ProposalKind kind,
      @QueryParam("status") @Nullable ProposalStatus status) {
    List<UUID> family = access.listed(providerId);
    return lists.whole(
        ProposalCsv.SHEET,
        (before, most) ->
            names.of(
                proposals.search(family, kind, status, before, most).stream()
                    .map(Proposal::state)
                    .toList(),
                proposal -> proposal.providerId()));
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
    Proposal found = access.visible(id);
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
    Proposal proposal = access.changing(id);
    desk.withdraw(proposal, caller.subject());
    return preconditions.changed(proposal.state(), proposal.version());
  }
}
