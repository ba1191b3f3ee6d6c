package uk.carecontracts.contracts.variations;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;

/** Variations of a contract. */
@Path("/v1/contracts/{contractId}/variations")
@Tag(name = "Variations", description = "Changes that the parties of a contract agree")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "400", description = "The request cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(
    responseCode = "403",
    description = "The scope is missing, or the contract is another authority's")
@APIResponse(responseCode = "404", description = "There is no such contract or variation")
public class VariationResource {
  private final VariationDesk desk;
  private final VariationRepository variations;
  private final ContractRegister register;
  private final Preconditions preconditions;
  private final Paging paging;

  VariationResource(
      VariationDesk desk,
      VariationRepository variations,
      ContractRegister register,
      Preconditions preconditions,
      Paging paging) {
    this.desk = desk;
    this.variations = variations;
    this.register = register;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  /** A party agrees. */
  public record AgreementRequest(@NotNull UUID partyId, @NotNull LocalDate agreedOn) {}

  /** A variation is taken back. */
  public record WithdrawalRequest(@NotBlank @Size(max = 2000) String reason) {}

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "proposeVariation",
      summary = "Propose a change to the parties; needs If-Match with the contract's ETag")
  @APIResponse(
      responseCode = "201",
      description = "The variation, waiting for its parties",
      content = @Content(schema = @Schema(implementation = VariationView.class)))
  @APIResponse(responseCode = "412", description = "The contract changed since; read it again")
  @APIResponse(responseCode = "422", description = "The contract does not permit the variation")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response propose(
      @PathParam("contractId") UUID contractId, @NotNull @Valid VariationRequest request)
      throws JsonProcessingException {
    VariationView view = desk.propose(contractId, preconditions::requireMatch, request).view();
    return preconditions.created(view, view.id(), view.version());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(operationId = "listVariations", summary = "Variations of a contract, newest first")
  @APIResponse(responseCode = "200", description = "A page of variations")
  public RestResponse<Page<VariationView>> list(
      @PathParam("contractId") UUID contractId, @BeanParam ListFilter part) {
    register.require(contractId);
    return paging.page(
        Page.byId(
            Cursor.fingerprint("variations", contractId),
            part.cursor,
            part.limit,
            (before, most) ->
                variations.of(contractId, before, most).stream().map(Variation::view).toList(),
            view -> view.id()));
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getVariation", summary = "One variation")
  @APIResponse(
      responseCode = "200",
      description = "The variation",
      content = @Content(schema = @Schema(implementation = VariationView.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  public Response get(@PathParam("contractId") UUID contractId, @PathParam("id") UUID id) {
    VariationView view = desk.require(register.require(contractId), id).view();
    return preconditions.answer(view, Preconditions.etag(view.version()));
  }

  @POST
  @Path("/{id}/agreements")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "agreeVariation",
      summary = "Record that a party agrees; once all do, it comes into force on its day")
  @APIResponse(
      responseCode = "200",
      description = "The variation",
      content = @Content(schema = @Schema(implementation = VariationView.class)))
  @APIResponse(responseCode = "412", description = "The variation changed since")
  @APIResponse(responseCode = "422", description = "It is no party, or nothing waits for it")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response agree(
      @PathParam("contractId") UUID contractId,
      @PathParam("id") UUID id,
      @NotNull @Valid AgreementRequest body) {
    VariationView view =
        desk.agree(contractId, id, preconditions::requireMatch, body.partyId(), body.agreedOn())
            .view();
    return preconditions.changed(view, view.version());
  }

  @POST
  @Path("/{id}/withdraw")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(operationId = "withdrawVariation", summary = "Take a variation back")
  @APIResponse(
      responseCode = "200",
      description = "The variation",
      content = @Content(schema = @Schema(implementation = VariationView.class)))
  @APIResponse(responseCode = "412", description = "The variation changed since")
  @APIResponse(responseCode = "422", description = "It is in force or was closed")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response withdraw(
      @PathParam("contractId") UUID contractId,
      @PathParam("id") UUID id,
      @NotNull @Valid WithdrawalRequest body) {
    VariationView view =
        desk.withdraw(contractId, id, preconditions::requireMatch, body.reason()).view();
    return preconditions.changed(view, view.version());
  }
}
