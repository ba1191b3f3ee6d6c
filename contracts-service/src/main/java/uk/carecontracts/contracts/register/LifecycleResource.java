package uk.carecontracts.contracts.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.fitness.Suspensions;
import uk.carecontracts.contracts.register.ContractRequests.Cancellation;
import uk.carecontracts.contracts.register.ContractRequests.Decommissioning;
import uk.carecontracts.contracts.register.ContractRequests.EndingWithdrawal;
import uk.carecontracts.contracts.register.ContractRequests.Termination;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.DecommissioningPlan;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Preconditions;

/** The steps of a contract's life; each needs If-Match and says all reasons when it is refused. */
@Path("/v1/contracts/{contractId}")
@Tag(
    name = "Contract lifecycle",
    description = "From draft to its end (DRAFT to EXPIRED and others)")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("contracts:write")
@APIResponse(
    responseCode = "200",
    description = "The contract after the step",
    headers = @Header(name = "ETag"),
    content = @Content(schema = @Schema(implementation = ContractState.class)))
@APIResponse(responseCode = "400", description = "The request cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(
    responseCode = "403",
    description = "The scope is missing, or the contract is another authority's")
@APIResponse(responseCode = "404", description = "There is no such contract")
@APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
@APIResponse(
    responseCode = "422",
    description =
        "Rules do not allow the step; every reason is listed. PROVIDER_SUSPENDED: a supplier gets no"
            + " new work at present")
@APIResponse(responseCode = "428", description = "If-Match is missing")
public class LifecycleResource {
  private final ContractRegister register;
  private final Preconditions preconditions;
  private final Suspensions suspensions;
  private final WindingDown windingDown;
  private final Clock clock;

  LifecycleResource(
      ContractRegister register,
      Preconditions preconditions,
      Suspensions suspensions,
      WindingDown windingDown,
      Clock clock) {
    this.register = register;
    this.preconditions = preconditions;
    this.suspensions = suspensions;
    this.windingDown = windingDown;
    this.clock = clock;
  }

  @POST
  @Path("/publish-tender")
  @Consumes(MediaType.WILDCARD)
  @Transactional
  @Idempotent
  @Operation(operationId = "publishTender", summary = "Publish the opportunity of a draft")
  public Response publishTender(@PathParam("contractId") UUID contractId) {
    return step(contractId, ContractEvent.TENDER_PUBLISHED, null, Contract::publishTender);
  }

  @POST
  @Path("/award")
  @Transactional
  @Idempotent
  @Operation(operationId = "awardContract", summary = "Record the decision for a supplier")
  public Response award(@PathParam("contractId") UUID contractId, @NotNull @Valid Award award) {
    return step(
        contractId,
        ContractEvent.AWARDED,
        null,
        (each, now) ->
            each.award(award, suspensions.policyFor(each.authority(), award.suppliers()), now));
  }

  @POST
  @Path("/activate")
  @Consumes(MediaType.WILDCARD)
  @Transactional
  @Idempotent
  @Operation(
      operationId = "activateContract",
      summary = "Start an awarded contract; needs supplier, first and last day and value")
  public Response activate(@PathParam("contractId") UUID contractId) {
    return step(
        contractId,
        ContractEvent.ACTIVATED,
        null,
        (each, now) ->
            each.activate(suspensions.policyFor(each.authority(), each.terms().parties()), now));
  }

  @POST
  @Path("/terminate")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "terminateContract",
      summary = "End an active contract before its time",
      description =
          "At once where its last day is today or past. A last day ahead is announced: the contract"
              + " stays ACTIVE with its ending and is TERMINATED once that day has passed. Announcing"
              + " again replaces what was announced.")
  public Response terminate(
      @PathParam("contractId") UUID contractId, @NotNull @Valid Termination body) {
    LocalDate today = LocalDate.now(clock);
    return step(
        contractId,
        AnnouncedEnding.isAhead(body.date(), today)
            ? ContractEvent.ENDING_ANNOUNCED
            : ContractEvent.TERMINATED,
        body.reason(),
        (each, now) -> each.terminate(body.date(), body.reason(), today, now));
  }

  @POST
  @Path("/withdraw-ending")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "withdrawContractEnding",
      summary = "Take an announced ending back while its last day has not passed")
  public Response withdrawEnding(
      @PathParam("contractId") UUID contractId, @NotNull @Valid EndingWithdrawal body) {
    LocalDate today = LocalDate.now(clock);
    return step(
        contractId,
        ContractEvent.ENDING_WITHDRAWN,
        body.reason(),
        (each, now) -> each.withdrawEnding(today, now));
  }

  @POST
  @Path("/cancel")
  @Transactional
  @Idempotent
  @Operation(operationId = "cancelContract", summary = "Give up a contract that never was active")
  public Response cancel(
      @PathParam("contractId") UUID contractId, @NotNull @Valid Cancellation body) {
    LocalDate date = body.date() == null ? LocalDate.now(clock) : body.date();
    return step(
        contractId,
        ContractEvent.CANCELLED,
        body.reason(),
        (each, now) -> each.cancel(date, body.reason(), now));
  }

  @POST
  @Path("/decommission")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "decommissionContract",
      summary = "Wind an active service down by a plan for the people who use it",
      description =
          "By the plan kept at /decommissioning-plan, which must be complete. A short plan in the body"
              + " is enough where none is kept. A last day ahead is announced, as with terminate.")
  public Response decommission(
      @PathParam("contractId") UUID contractId, @NotNull @Valid Decommissioning body) {
    Contract contract = register.require(contractId);
    preconditions.requireMatch(contract.version());
    DecommissioningPlan plan = plan(contract, body.plan());
    LocalDate today = LocalDate.now(clock);
    boolean ahead = AnnouncedEnding.isAhead(plan.lastDay(), today);
    ContractState state =
        register.apply(
            contract,
            ahead ? ContractEvent.ENDING_ANNOUNCED : ContractEvent.DECOMMISSIONED,
            body.reason(),
            (each, now) -> each.decommission(plan, body.reason(), today, now));
    if (!ahead) {
      windingDown.carriedOut(contract);
    }
    return preconditions.changed(state, state.version());
  }

  private DecommissioningPlan plan(Contract contract, @Nullable DecommissioningPlan brief) {
    if (brief == null || windingDown.isPlanned(contract)) {
      return windingDown.completePlan(contract);
    }
    windingDown.checkShort(contract, brief);
    return brief;
  }

  private Response step(
      UUID contractId, ContractEvent event, @Nullable String reason, ContractRegister.Verb verb) {
    ContractState state =
        register.change(contractId, preconditions::requireMatch, event, reason, verb);
    return preconditions.changed(state, state.version());
  }
}
