package uk.carecontracts.contracts.decommissioning;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.carecontracts.kit.http.Preconditions;

/** The plan by which the service of a contract is wound down. */
@Path("/v1/contracts/{contractId}/decommissioning-plan")
@Tag(name = "Decommissioning", description = "Winding a service down by a plan for its people")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlanResource {
  private final PlanDesk desk;
  private final Preconditions preconditions;

  PlanResource(PlanDesk desk, Preconditions preconditions) {
    this.desk = desk;
    this.preconditions = preconditions;
  }

  @PUT
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(
      operationId = "writeDecommissioningPlan",
      summary = "Begin the plan, or replace what it says; it may be incomplete for now",
      description =
          "The first PUT needs no If-Match; each later one names the ETag of the plan it replaces."
              + " The answer says what is still missing.")
  @APIResponse(
      responseCode = "200",
      description = "The plan, and what is missing",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = PlanView.class)))
  @APIResponse(
      responseCode = "201",
      description = "A new plan, and what is missing",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = PlanView.class)))
  @APIResponse(responseCode = "404", description = "There is no such contract")
  @APIResponse(responseCode = "422", description = "The contract has ended, or so has the plan")
  @APIResponse(responseCode = "428", description = "If-Match is missing and there is a plan")
  public Response write(
      @PathParam("contractId") UUID contractId, @NotNull @Valid PlanContent content) {
    PlanDesk.Written written = desk.write(contractId, preconditions::requireMatch, content);
    Response changed = preconditions.changed(written.plan(), written.plan().version());
    return written.created() ? Response.fromResponse(changed).status(201).build() : changed;
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getDecommissioningPlan",
      summary = "The plan, whether it is complete, and what is missing")
  @APIResponse(
      responseCode = "200",
      description = "The plan",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = PlanView.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  @APIResponse(responseCode = "404", description = "There is no such contract, or no plan")
  public Response get(@PathParam("contractId") UUID contractId) {
    PlanView view = desk.get(contractId);
    return preconditions.answer(view, Preconditions.etag(view.version()));
  }
}
