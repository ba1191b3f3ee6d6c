package uk.carecontracts.contracts.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.fitness.NewWorkPolicy;
import uk.carecontracts.contracts.fitness.Suspensions;
import uk.carecontracts.contracts.register.ContractRequests.Correction;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;

/** One contract: entering, reading, changing it, and what became of it. */
@Path("/v1/contracts")
@Tag(name = "Contracts", description = "The authority's own contract register")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(
    responseCode = "400",
    description = "The request cannot be read; violations point at what")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(
    responseCode = "403",
    description = "The scope is missing, or the contract is another authority's")
public class ContractResource {
  private static final int HISTORY_KEYS = 1;

  private final ContractRegister register;
  private final AmendmentDesk amendments;
  private final ContractSearch search;
  private final Suspensions suspensions;
  private final Journal journal;
  private final Preconditions preconditions;
  private final Paging paging;
  private final Caller caller;

  ContractResource(
      ContractRegister register,
      AmendmentDesk amendments,
      ContractSearch search,
      Suspensions suspensions,
      Journal journal,
      Preconditions preconditions,
      Paging paging,
      Caller caller) {
    this.register = register;
    this.amendments = amendments;
    this.search = search;
    this.suspensions = suspensions;
    this.journal = journal;
    this.preconditions = preconditions;
    this.paging = paging;
    this.caller = caller;
  }

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(operationId = "draftContract", summary = "Enter a new contract as a draft")
  @APIResponse(
      responseCode = "201",
      description = "The contract, with its place and entity tag",
      headers = {@Header(name = "Location"), @Header(name = "ETag")},
      content = @Content(schema = @Schema(implementation = ContractState.class)))
  @APIResponse(responseCode = "409", description = "The reference is another contract's")
  @APIResponse(responseCode = "422", description = "The terms contradict themselves")
  public Response draft(@NotNull @Valid ContractTerms terms) {
    ContractState state = register.draft(caller.authority(), terms);
    return preconditions.created(state, state.id(), state.version());
  }

  @GET
  @Path("/{contractId}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getContract", summary = "Read a contract, now or as it was on a day")
  @APIResponse(
      responseCode = "200",
      description =
          "The contract with what monitoring says of its risk, and suppliers suspended from new work",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = ContractView.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  @APIResponse(responseCode = "404", description = "There is no such contract, or was not yet")
  public Response get(
      @PathParam("contractId") @Parameter(description = "Identity of the contract") UUID contractId,
      @QueryParam("asOf") @Parameter(description = "Day at whose end it is read, in London")
          @Nullable LocalDate asOf) {
    ContractRow row = require(contractId);
    if (asOf != null) {
      return journal
          .asOf(ContractEvent.AGGREGATE, contractId, asOf)
          .map(v -> preconditions.answer(v.state(), Preconditions.etag(v.aggregateVersion())))
          .orElseThrow(() -> ProblemException.notFound("contract as of " + asOf, contractId));
    }
    ContractView view = view(row);
    return preconditions.answer(view, view.etag());
  }

  private ContractView view(ContractRow row) {
    ContractState state = row.state();
    NewWorkPolicy policy = suspensions.policyFor(state.authority(), state.parties());
    return new ContractView(
        state, row.risk(), policy.suspended(state.parties(), state.serviceType()));
  }

  private ContractRow require(UUID contractId) {
    Optional<ContractRow> own = search.find(contractId);
    if (own.isEmpty()) {
      register.require(contractId);
    }
    return own.orElseThrow(() -> ProblemException.notFound("contract", contractId));
  }

  @PATCH
  @Path("/{contractId}")
  @RolesAllowed("contracts:write")
  @Transactional
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "amendContract",
      summary = "Change what a contract says, by JSON merge patch (RFC 7396)",
      description =
          "Once the contract is awarded, what its parties agreed (type, parties, lots, values, first"
              + " and last day, notice, social value, standards, outcomes) is filled in where it is"
              + " blank, and is otherwise changed by a variation or mended by a correction.")
  @APIResponse(
      responseCode = "200",
      description = "The contract after the change",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = ContractState.class)))
  @APIResponse(responseCode = "404", description = "There is no such contract")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(
      responseCode = "422",
      description = "A rule does not allow the change. TERMS_AGREED: it is not the keeper's alone")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response amend(
      @PathParam("contractId") UUID contractId,
      @QueryParam("reason") @Parameter(description = "Why, for the history")
          @Nullable String reason,
      @NotNull @Schema(implementation = ContractTerms.class) ObjectNode patch)
      throws JsonProcessingException {
    ContractState state = amendments.amend(contractId, preconditions::requireMatch, patch, reason);
    return preconditions.changed(state, state.version());
  }

  @POST
  @Path("/{contractId}/correct")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "correctContract",
      summary = "Make an awarded contract say what was signed, where it was entered wrongly",
      description =
          "For what the parties agreed, which PATCH refuses to change (TERMS_AGREED). The history"
              + " keeps the reason and the document; both are public with the contract's changes"
              + " where nothing of it is kept back. A change of what was signed is a variation.")
  @APIResponse(
      responseCode = "200",
      description = "The contract as corrected",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = ContractState.class)))
  @APIResponse(responseCode = "404", description = "There is no such contract")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(
      responseCode = "422",
      description = "It is not awarded or has ended, or a rule does not allow what it would say")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response correct(
      @PathParam("contractId") UUID contractId, @NotNull @Valid Correction correction)
      throws JsonProcessingException {
    ContractState state = amendments.correct(contractId, preconditions::requireMatch, correction);
    return preconditions.changed(state, state.version());
  }

  @GET
  @Path("/{contractId}/history")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getContractHistory",
      summary = "Every version of a contract: who, when, what and why; newest first")
  @APIResponse(responseCode = "200", description = "A page of versions")
  @APIResponse(responseCode = "404", description = "There is no such contract")
  public RestResponse<Page<HistoryItem>> history(
      @PathParam("contractId") UUID contractId, @BeanParam ListFilter part) {
    require(contractId);
    int length = Paging.limit(part.limit);
    String query = Cursor.fingerprint("history", contractId);
    Cursor from = Cursor.parse(part.cursor, query, HISTORY_KEYS);
    long before = from == null ? Long.MAX_VALUE : from.number(0);
    Page<HistoryItem> page =
        Page.of(
            journal.history(ContractEvent.AGGREGATE, contractId, before, length + 1).stream()
                .map(HistoryItem::of)
                .toList(),
            length,
            item -> Cursor.after(query, item.version()));
    return paging.page(page);
  }
}
