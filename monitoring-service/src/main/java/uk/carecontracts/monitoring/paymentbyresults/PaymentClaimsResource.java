package uk.carecontracts.monitoring.paymentbyresults;

import static uk.carecontracts.monitoring.spreadsheets.Csv.line;

import io.quarkus.security.Authenticated;
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
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.contracts.KnownNames;
import uk.carecontracts.monitoring.contracts.KnownNames.Names;
import uk.carecontracts.monitoring.spreadsheets.Csv;
import uk.carecontracts.monitoring.spreadsheets.CsvPageMapper;

/** Results claimed, verified, rejected and disputed. */
@Path("/v1/payment-by-results")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Payment by results")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class PaymentClaimsResource {
  private static final String OFFICER = "monitoring:write";
  private static final String SUBMIT = "returns:submit";
  private static final List<String> HEADER =
      List.of(
          "id",
          "modelId",
          "contractId",
          "providerId",
          "contractReference",
          "contractTitle",
          "providerName",
          "outcome",
          "person",
          "achievedOn",
          "actual",
          "evidence",
          "status",
          "reason",
          "dispute",
          "correctedActual",
          "statementId");

  private final PaymentStore store;
  private final Claims claims;
  private final ProviderReach reach;
  private final Preconditions preconditions;
  private final Paging paging;
  private final KnownNames names;

  PaymentClaimsResource(
      PaymentStore store,
      Claims claims,
      ProviderReach reach,
      Preconditions preconditions,
      Paging paging,
      KnownNames names) {
    this.store = store;
    this.claims = claims;
    this.reach = reach;
    this.preconditions = preconditions;
    this.paging = paging;
    this.names = names;
  }

  @Schema(name = "PaymentClaimPage")
  private record ClaimPage(List<Claim> items, @Nullable String next) {}

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
  public Response claims(@BeanParam ClaimFilter filter) {
    return paging.answer(page(filter));
  }

  /** The same page for a spreadsheet. */
  @GET
  @Path("/claims")
  @Produces(Csv.TYPE)
  @Operation(operationId = "listPaymentClaims", summary = "Claimed results, for a provider its own")
  @APIResponse(responseCode = "200", description = "A header line and a line for each claim")
  public Response export(@BeanParam ClaimFilter filter) {
    Page<Claim> page = page(filter);
    Names known = names.of(page.items(), each -> each.contractId(), each -> each.providerId());
    return CsvPageMapper.answer(
        paging,
        HEADER,
        page,
        claim ->
            line(
                claim.id(),
                claim.modelId(),
                claim.contractId(),
                claim.providerId(),
                known.reference(claim.contractId()),
                known.title(claim.contractId()),
                known.provider(claim.contractId(), claim.providerId()),
                claim.outcome(),
                claim.person(),
                claim.achievedOn(),
                claim.actual(),
                claim.evidence(),
                claim.status(),
                claim.reason(),
                claim.dispute(),
                claim.correctedActual(),
                claim.statementId()));
  }

  private Page<Claim> page(ClaimFilter filter) {
    UUID provider = reach.only();
    return Page.byId(
        filter.fingerprint(),
        filter.cursor,
        filter.limit,
        (after, most) -> store.claims(filter.modelId, filter.status, provider, after, most),
        claim -> claim.id());
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
