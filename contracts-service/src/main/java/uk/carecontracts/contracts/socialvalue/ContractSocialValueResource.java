package uk.carecontracts.contracts.socialvalue;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Preconditions;

/** The social value commitments of a contract and what became of them. */
@Path("/v1/contracts/{contractId}/social-value")
@Tag(name = "Social value", description = "Promised and delivered; SMEs and VCSEs among suppliers")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "There is no such contract or delivery")
public class ContractSocialValueResource {
  private final SocialValueDesk desk;
  private final Preconditions preconditions;

  ContractSocialValueResource(SocialValueDesk desk, Preconditions preconditions) {
    this.desk = desk;
    this.preconditions = preconditions;
  }

  /** Every commitment of a contract. */
  public record Commitments(List<Progress> items) {}

  /** A delivery does not count. */
  public record Withdrawal(@NotBlank @Size(max = 2000) String reason) {}

  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getSocialValue",
      summary = "Each commitment with target, delivery, and what was to be expected by now")
  @APIResponse(responseCode = "200", description = "The commitments in the contract's order")
  public Commitments list(@PathParam("contractId") UUID contractId) {
    return new Commitments(desk.progress(contractId));
  }

  @POST
  @Path("/deliveries")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "recordSocialValue",
      summary = "Record what was delivered of a commitment, with its evidence")
  @APIResponse(
      responseCode = "201",
      description = "The delivery",
      headers = {@Header(name = "Location"), @Header(name = "ETag")},
      content = @Content(schema = @Schema(implementation = DeliveryView.class)))
  @APIResponse(
      responseCode = "422",
      description = "DELIVERY_NOT_COUNTED: the contract promises no such thing, or not yet")
  public Response deliver(
      @PathParam("contractId") UUID contractId, @NotNull @Valid DeliveryRequest request) {
    DeliveryView view = desk.deliver(contractId, request);
    return preconditions.created(view, view.id(), view.version());
  }

  @GET
  @Path("/deliveries/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getSocialValueDelivery", summary = "One delivery")
  @APIResponse(
      responseCode = "200",
      description = "The delivery",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = DeliveryView.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  public Response get(@PathParam("contractId") UUID contractId, @PathParam("id") UUID id) {
    DeliveryView view = desk.get(contractId, id);
    return preconditions.answer(view, Preconditions.etag(view.version()));
  }

  @POST
  @Path("/deliveries/{id}/withdraw")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(operationId = "withdrawSocialValueDelivery", summary = "A delivery does not count")
  @APIResponse(
      responseCode = "200",
      description = "The delivery",
      content = @Content(schema = @Schema(implementation = DeliveryView.class)))
  @APIResponse(responseCode = "422", description = "It was withdrawn already")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response withdraw(
      @PathParam("contractId") UUID contractId,
      @PathParam("id") UUID id,
      @NotNull @Valid Withdrawal body) {
    DeliveryView view = desk.withdraw(contractId, id, preconditions::requireMatch, body.reason());
    return preconditions.changed(view, view.version());
  }
}
