package uk.carecontracts.monitoring.paymentbyresults;

import io.quarkus.security.Authenticated;
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
import uk.carecontracts.monitoring.access.ProviderReach;

/** Agreements that pay for results, and the results claimed under them. */
@Path("/v1/payment-by-results")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Payment by results", description = "What results earn under the terms of a contract")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class PaymentModelsResource {
  private static final String OFFICER = "monitoring:write";
  private static final String SUBMIT = "returns:submit";

  private final PaymentStore store;
  private final Statements statements;
  private final Claims claims;
  private final ProviderReach reach;
  private final Preconditions preconditions;
  private final Paging paging;

  PaymentModelsResource(
      PaymentStore store,
      Statements statements,
      Claims claims,
      ProviderReach reach,
      Preconditions preconditions,
      Paging paging) {
    this.store = store;
    this.statements = statements;
    this.claims = claims;
    this.reach = reach;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  @Schema(name = "PaymentModelPage")
  private record ModelPage(List<PaymentModel> items, @Nullable String next) {}

  @Schema(name = "PaymentClaimPage")
  private record ClaimPage(List<Claim> items, @Nullable String next) {}

  /** One page of models. */
  @GET
  @Path("/models")
  @Operation(
      operationId = "listPaymentModels",
      summary = "Agreements that pay for results, for a provider its own")
  @APIResponse(
      responseCode = "200",
      description = "A page of models, oldest first",
      content = @Content(schema = @Schema(implementation = ModelPage.class)))
  public Response models(
      @Parameter(description = "Only models of this contract") @QueryParam("contractId")
          @Nullable UUID contractId,
      @Parameter(description = "Length of the page, 1 to 500; 50 when left out")
          @QueryParam("limit")
          @Nullable Integer limit,
      @Parameter(description = "Where to go on: next of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    UUID provider = reach.only();
    return paging.answer(
        Page.byId(
            Cursor.fingerprint("payment-models", contractId),
            cursor,
            limit,
            (after, most) -> store.models(contractId, provider, after, most),
            model -> model.id()));
  }

  /** Agrees a model. */
  @POST
  @Path("/models")
  @Transactional
  @Idempotent
  @RolesAllowed(OFFICER)
  @Operation(operationId = "agreePaymentModel", summary = "Agree how a contract pays for results")
  @APIResponse(
      responseCode = "201",
      description = "The model, with its ETag and place",
      content = @Content(schema = @Schema(implementation = PaymentModel.class)))
  @APIResponse(responseCode = "409", description = "The contract has an active model")
  @APIResponse(responseCode = "422", description = "The terms cannot be paid out")
  public Response agree(@NotNull @Valid PaymentRequests.ModelAgreement agreement) {
    PaymentModel model = statements.agree(agreement);
    return preconditions.created(model, model.id(), model.version());
  }

  /** One model. */
  @GET
  @Path("/models/{id}")
  @Operation(operationId = "getPaymentModel", summary = "One agreement")
  @APIResponse(
      responseCode = "200",
      description = "The model, with its ETag",
      content = @Content(schema = @Schema(implementation = PaymentModel.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such model")
  public Response model(@Parameter(description = "The model") @PathParam("id") UUID id) {
    PaymentModel model = statements.model(id, false);
    reach.requireParty(model.providerId());
    return preconditions.answer(model, Preconditions.etag(model.version()));
  }

  /** Ends a model. */
  @POST
  @Path("/models/{id}/end")
  @Transactional
  @Idempotent
  @RolesAllowed(OFFICER)
  @Operation(operationId = "endPaymentModel", summary = "End an agreement (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The model as ended",
      content = @Content(schema = @Schema(implementation = PaymentModel.class)))
  @APIResponse(responseCode = "404", description = "There is no such model")
  @APIResponse(responseCode = "409", description = "It ended before")
  @APIResponse(responseCode = "412", description = "The model changed since it was read")
  @APIResponse(responseCode = "422", description = "The day cannot be")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response end(
      @Parameter(description = "The model") @PathParam("id") UUID id,
      @NotNull @Valid PaymentRequests.ModelEnd end) {
    PaymentModel model = statements.end(id, preconditions::requireMatch, end.endsOn());
    return preconditions.changed(model, model.version());
  }

  /** Claims a result. */
  @POST
  @Path("/models/{id}/claims")
  @Transactional
  @Idempotent
  @RolesAllowed({SUBMIT, OFFICER})
  @Operation(
      operationId = "claimResult",
      summary = "Claim a result: the value of an outcome, or a person whose outcome was reached")
  @APIResponse(
      responseCode = "201",
      description = "The claim, waiting to be verified",
      content = @Content(schema = @Schema(implementation = Claim.class)))
  @APIResponse(responseCode = "404", description = "There is no such model")
  @APIResponse(responseCode = "409", description = "The person was claimed before")
  @APIResponse(responseCode = "422", description = "The agreement does not pay for that")
  public Response claim(
      @Parameter(description = "The model") @PathParam("id") UUID id,
      @NotNull @Valid PaymentRequests.ClaimRequest request) {
    Claim claim = claims.claim(id, request);
    return preconditions.created(claim, claim.id(), claim.version());
  }

  /** One page of claims. */
  @GET
  @Path("/claims")
  @Operation(operationId = "listPaymentClaims", summary = "Claimed results, for a provider its own")
  @APIResponse(
      responseCode = "200",
      description = "A page of claims, oldest first",
      content = @Content(schema = @Schema(implementation = ClaimPage.class)))
  public Response claims(
      @Parameter(description = "Only claims under this model") @QueryParam("modelId")
          @Nullable UUID modelId,
      @Parameter(description = "CLAIMED, VERIFIED, REJECTED, DISPUTED or REFUTED")
          @QueryParam("status")
          @Nullable ClaimStatus status,
      @Parameter(description = "Length of the page, 1 to 500; 50 when left out")
          @QueryParam("limit")
          @Nullable Integer limit,
      @Parameter(description = "Where to go on: next of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    UUID provider = reach.only();
    return paging.answer(
        Page.byId(
            Cursor.fingerprint("payment-claims", modelId, status),
            cursor,
            limit,
            (after, most) -> store.claims(modelId, status, provider, after, most),
            claim -> claim.id()));
  }

  /** Verifies a claim. */
  @POST
  @Path("/claims/{id}/verify")
  @Transactional
  @Idempotent
  @RolesAllowed(OFFICER)
  @Operation(
      operationId = "verifyClaim",
      summary = "Verify a claimed or disputed result (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The claim as verified",
      content = @Content(schema = @Schema(implementation = Claim.class)))
  @APIResponse(responseCode = "404", description = "There is no such claim")
  @APIResponse(responseCode = "409", description = "It is decided")
  @APIResponse(responseCode = "412", description = "The claim changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response verify(@Parameter(description = "The claim") @PathParam("id") UUID id) {
    return changed(claims.verify(id, preconditions::requireMatch));
  }

  /** Rejects a claim. */
  @POST
  @Path("/claims/{id}/reject")
  @Transactional
  @Idempotent
  @RolesAllowed(OFFICER)
  @Operation(
      operationId = "rejectClaim",
      summary = "Reject a claimed or disputed result (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The claim as rejected",
      content = @Content(schema = @Schema(implementation = Claim.class)))
  @APIResponse(responseCode = "404", description = "There is no such claim")
  @APIResponse(responseCode = "409", description = "It is decided")
  @APIResponse(responseCode = "412", description = "The claim changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response reject(
      @Parameter(description = "The claim") @PathParam("id") UUID id,
      @NotNull @Valid PaymentRequests.Reason reason) {
    return changed(claims.reject(id, preconditions::requireMatch, reason.reason()));
  }

  /** Disputes a rejection. */
  @POST
  @Path("/claims/{id}/dispute")
  @Transactional
  @Idempotent
  @RolesAllowed({SUBMIT, OFFICER})
  @Operation(
      operationId = "disputeClaim",
      summary = "Dispute the rejection of a claim, once; it is decided anew (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The claim as disputed",
      content = @Content(schema = @Schema(implementation = Claim.class)))
  @APIResponse(responseCode = "404", description = "There is no such claim")
  @APIResponse(responseCode = "409", description = "It is not rejected, or was disputed before")
  @APIResponse(responseCode = "412", description = "The claim changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response dispute(
      @Parameter(description = "The claim") @PathParam("id") UUID id,
      @NotNull @Valid PaymentRequests.Reason reason) {
    return changed(claims.dispute(id, preconditions::requireMatch, reason.reason()));
  }

  /** Refutes a verified result. */
  @POST
  @Path("/claims/{id}/refute")
  @Transactional
  @Idempotent
  @RolesAllowed(OFFICER)
  @Operation(
      operationId = "refuteClaim",
      summary = "Take a verified result back; what it earned is clawed back next time (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The claim as refuted",
      content = @Content(schema = @Schema(implementation = Claim.class)))
  @APIResponse(responseCode = "404", description = "There is no such claim")
  @APIResponse(responseCode = "409", description = "It is not verified")
  @APIResponse(responseCode = "412", description = "The claim changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response refute(
      @Parameter(description = "The claim") @PathParam("id") UUID id,
      @NotNull @Valid PaymentRequests.Refutation refutation) {
    return changed(claims.refute(id, preconditions::requireMatch, refutation));
  }

  private Response changed(Claim claim) {
    return preconditions.changed(claim, claim.version());
  }
}
