package uk.carecontracts.contracts.options;

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

/** Extension options of a contract. */
@Path("/v1/contracts/{contractId}/extension-options")
@Tag(
    name = "Options",
    description = "Extension options and break clauses, and the days they are decided by")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "There is no such contract or option")
public class ExtensionOptionResource {
  private final ExtensionDesk desk;
  private final Preconditions preconditions;

  ExtensionOptionResource(ExtensionDesk desk, Preconditions preconditions) {
    this.desk = desk;
    this.preconditions = preconditions;
  }

  /** The options of one contract; there are few, so they come at once. */
  public record ExtensionOptions(List<ExtensionOptionView> items) {}

  /** Why an option is let go. */
  public record Lapse(@NotBlank @Size(max = 2000) String reason) {}

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "defineExtensionOption",
      summary = "Define a right to let the contract run longer; If-Match with the contract's ETag")
  @APIResponse(
      responseCode = "201",
      description = "The option, open, with its notice deadline",
      headers = {@Header(name = "Location"), @Header(name = "ETag")},
      content = @Content(schema = @Schema(implementation = ExtensionOptionView.class)))
  @APIResponse(
      responseCode = "422",
      description = "OPTION_NOT_DEFINABLE: after the award only what the signed contract says")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response define(
      @PathParam("contractId") UUID contractId, @NotNull @Valid ExtensionRequest request) {
    ExtensionOptionView view = desk.define(contractId, preconditions::requireMatch, request);
    return preconditions.created(view, view.id(), view.version());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(operationId = "listExtensionOptions", summary = "The options in their order")
  @APIResponse(responseCode = "200", description = "Every option with its notice deadline")
  public ExtensionOptions list(@PathParam("contractId") UUID contractId) {
    return new ExtensionOptions(desk.list(contractId));
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getExtensionOption", summary = "One option")
  @APIResponse(
      responseCode = "200",
      description = "The option",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = ExtensionOptionView.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  public Response get(@PathParam("contractId") UUID contractId, @PathParam("id") UUID id) {
    ExtensionOptionView view = desk.get(contractId, id);
    return preconditions.answer(
        view,
        Preconditions.etag(
            view.version(),
            view.noticeDeadline() == null ? "n" : "d" + view.noticeDeadline().toEpochDay()));
  }

  @POST
  @Path("/{id}/exercise")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "exerciseExtensionOption",
      summary = "Take an option: the contract's last day and value move at once")
  @APIResponse(
      responseCode = "200",
      description = "The option with the arithmetic of the new last day and value",
      content = @Content(schema = @Schema(implementation = ExtensionOptionView.class)))
  @APIResponse(
      responseCode = "422",
      description = "EXTENSION_NOT_POSSIBLE with every reason: notice, order, maximum value …")
  @APIResponse(responseCode = "428", description = "If-Match with the option's ETag is missing")
  public Response exercise(
      @PathParam("contractId") UUID contractId,
      @PathParam("id") UUID id,
      @NotNull @Valid ExtensionDecision decision) {
    ExtensionOptionView view = desk.exercise(contractId, id, preconditions::requireMatch, decision);
    return preconditions.changed(view, view.version());
  }

  @POST
  @Path("/{id}/lapse")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "lapseExtensionOption",
      summary = "Let an option go; without notice it lapses by itself after its deadline")
  @APIResponse(
      responseCode = "200",
      description = "The option",
      content = @Content(schema = @Schema(implementation = ExtensionOptionView.class)))
  @APIResponse(responseCode = "422", description = "It is not open")
  @APIResponse(responseCode = "428", description = "If-Match with the option's ETag is missing")
  public Response lapse(
      @PathParam("contractId") UUID contractId,
      @PathParam("id") UUID id,
      @NotNull @Valid Lapse body) {
    ExtensionOptionView view =
        desk.lapse(contractId, id, preconditions::requireMatch, body.reason());
    return preconditions.changed(view, view.version());
  }
}
