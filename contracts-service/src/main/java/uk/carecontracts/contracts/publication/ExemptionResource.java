package uk.carecontracts.contracts.publication;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Preconditions;

/** Keeping fields of a contract back from publication. */
@Path("/v1/contracts/{contractId}/exemptions")
@Tag(name = "Exemptions", description = "What is not published of a contract, and on which ground")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@APIResponse(responseCode = "400", description = "The request cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(
    responseCode = "403",
    description = "The scope is missing, or the contract is another authority's")
@APIResponse(responseCode = "404", description = "There is no such contract or exemption")
public class ExemptionResource {
  private final ExemptionDesk desk;
  private final Preconditions preconditions;

  ExemptionResource(ExemptionDesk desk, Preconditions preconditions) {
    this.desk = desk;
    this.preconditions = preconditions;
  }

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "exemptField",
      summary = "Keep a field of a contract back from publication",
      description =
          "At once and everywhere: register, open contracting releases and records old and new, past"
              + " snapshots and public searches name the ground instead.")
  @APIResponse(
      responseCode = "201",
      description = "The exemption in force",
      content = @Content(schema = @Schema(implementation = Exemption.class)))
  @APIResponse(responseCode = "409", description = "The field is kept back already")
  @APIResponse(responseCode = "422", description = "The ground is unknown or the last day passed")
  public Response exempt(
      @PathParam("contractId") @Parameter(description = "Identity of the contract") UUID contractId,
      @NotNull @Valid ExemptionDesk.Decision decision) {
    Exemption exemption = desk.decide(contractId, decision);
    return preconditions.created(exemption, exemption.id(), exemption.version());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "listExemptions",
      summary = "Everything ever kept back of a contract, the latest decision first")
  @APIResponse(responseCode = "200", description = "The exemptions; a contract has a few")
  public Page<Exemption> list(
      @PathParam("contractId") @Parameter(description = "Identity of the contract")
          UUID contractId) {
    List<Exemption> all = desk.of(contractId);
    return new Page<>(all, null);
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getExemption", summary = "One exemption of a contract")
  @APIResponse(
      responseCode = "200",
      description = "The exemption",
      content = @Content(schema = @Schema(implementation = Exemption.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  public Response get(
      @PathParam("contractId") @Parameter(description = "Identity of the contract") UUID contractId,
      @PathParam("id") @Parameter(description = "Identity of the exemption") UUID id) {
    Exemption exemption = desk.require(contractId, id);
    return preconditions.answer(exemption, Preconditions.etag(exemption.version()));
  }

  @POST
  @Path("/{id}/lift")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(operationId = "liftExemption", summary = "Publish a field again")
  @APIResponse(
      responseCode = "200",
      description = "The exemption as ended",
      content = @Content(schema = @Schema(implementation = Exemption.class)))
  @APIResponse(responseCode = "412", description = "Someone changed it since it was read")
  @APIResponse(responseCode = "422", description = "It has ended already")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response lift(
      @PathParam("contractId") @Parameter(description = "Identity of the contract") UUID contractId,
      @PathParam("id") @Parameter(description = "Identity of the exemption") UUID id,
      @NotNull @Valid ExemptionDesk.Lifting lifting) {
    Exemption lifted = desk.lift(contractId, id, preconditions::requireMatch, lifting);
    return preconditions.changed(lifted, lifted.version());
  }
}
