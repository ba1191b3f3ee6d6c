package uk.carecontracts.contracts.publication;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.carecontracts.kit.tenancy.Caller;

/** Taking a snapshot of the authority's own public register. */
@Path("/v1/contracts/register-snapshots")
@Tag(name = "Public register")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "The scope is missing")
public class OwnSnapshotResource {
  private final SnapshotDesk desk;
  private final Caller caller;
  private final UriInfo uri;

  OwnSnapshotResource(SnapshotDesk desk, Caller caller, UriInfo uri) {
    this.desk = desk;
    this.caller = caller;
    this.uri = uri;
  }

  @POST
  @RolesAllowed("contracts:write")
  @Operation(
      operationId = "takeRegisterSnapshot",
      summary = "Take a snapshot of the authority's public register as it is now",
      description = "Quarterly ones are taken by themselves when a quarter is over.")
  @APIResponse(
      responseCode = "201",
      description = "The snapshot; Location is its public and permanent address",
      headers = @Header(name = "Location"),
      content = @Content(schema = @Schema(implementation = SnapshotRepository.Snapshot.class)))
  @APIResponse(responseCode = "409", description = "One of this very second exists")
  public Response take() {
    SnapshotRepository.Snapshot taken = desk.now(caller.authority());
    return Response.created(
            uri.getBaseUriBuilder()
                .path("v1/register/snapshots")
                .path(taken.id().toString())
                .build())
        .entity(taken)
        .build();
  }
}
