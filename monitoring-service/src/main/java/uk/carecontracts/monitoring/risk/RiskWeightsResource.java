package uk.carecontracts.monitoring.risk;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.access.ProviderReach;

/**
 * Risk weights over HTTP: what holds, what others would change, adopting them; for officers only.
 */
@Path("/v1/risk")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Risk")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class RiskWeightsResource {
  private final WhatIf whatIf;
  private final WeightsAdoption adoption;
  private final ProviderReach reach;
  private final Caller caller;

  RiskWeightsResource(WhatIf whatIf, WeightsAdoption adoption, ProviderReach reach, Caller caller) {
    this.whatIf = whatIf;
    this.adoption = adoption;
    this.reach = reach;
    this.caller = caller;
  }

  @Schema(name = "RiskWeightsList")
  private record WeightsList(List<AdoptedWeights> items) {}

  /** The weights the authority can see. */
  @GET
  @Path("/weights")
  @Operation(
      operationId = "listRiskWeights",
      summary = "The shared starting weights and those the authority adopted, as dated versions")
  @APIResponse(
      responseCode = "200",
      description = "Every set, oldest first",
      content = @Content(schema = @Schema(implementation = WeightsList.class)))
  public Object weights() {
    reach.requireOfficer();
    return new WeightsList(adoption.all());
  }

  /** Adopts weights. */
  @POST
  @Path("/weights")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "adoptRiskWeights",
      summary =
          "Adopt weights from a day, having seen by what-if how many contracts change tier; those"
              + " that hold from today assess every contract again at once")
  @APIResponse(
      responseCode = "201",
      description = "The weights and the contracts they move",
      content = @Content(schema = @Schema(implementation = WeightsAdoption.Adopted.class)))
  @APIResponse(
      responseCode = "409",
      description = "Another number of contracts would move than the what-if said")
  @APIResponse(
      responseCode = "422",
      description = "The weights do not total 100, or would hold from a day that has passed")
  public Response adopt(@NotNull @Valid WeightsAdoption.Adoption wanted) {
    return Response.status(Response.Status.CREATED).entity(adoption.adopt(wanted)).build();
  }

  /** Tries other weights. */
  @POST
  @Path("/what-if")
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "tryRiskWeights",
      summary = "Which contracts would move tier under other weights; nothing is changed")
  @APIResponse(
      responseCode = "200",
      description = "The contracts whose tier would change",
      content = @Content(schema = @Schema(implementation = WhatIf.Answer.class)))
  @APIResponse(responseCode = "422", description = "The weights do not total 100")
  public WhatIf.Answer whatIf(@NotNull @Valid WhatIf.Question question) {
    return whatIf.ask(caller.authority(), question);
  }
}
