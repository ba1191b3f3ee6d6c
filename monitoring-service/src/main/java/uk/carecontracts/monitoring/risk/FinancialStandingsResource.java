package uk.carecontracts.monitoring.risk;

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
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.monitoring.access.ProviderReach;

/** Views of providers' finances over HTTP, for officers only. */
@Path("/v1/risk/providers/{providerId}/financial-standings")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Risk")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class FinancialStandingsResource {
  private final Standings standings;
  private final ProviderReach reach;
  private final Paging paging;

  FinancialStandingsResource(Standings standings, ProviderReach reach, Paging paging) {
    this.standings = standings;
    this.reach = reach;
    this.paging = paging;
  }

  @Schema(name = "FinancialStandingPage")
  private record StandingPage(List<StandingAssessment> items, @Nullable String next) {}

  /** Views of a provider's finances. */
  @GET
  @Operation(
      operationId = "listFinancialStandings",
      summary = "Recorded views of a provider's finances, oldest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of views",
      content = @Content(schema = @Schema(implementation = StandingPage.class)))
  public Response standings(
      @Parameter(description = "The provider") @PathParam("providerId") UUID providerId,
      @BeanParam ListFilter filter) {
    reach.requireOfficer();
    return paging.answer(standings.page(providerId, filter));
  }

  /** Records a view of a provider's finances. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "recordFinancialStanding",
      summary =
          "Record a view of a provider's finances; the latest one that is fresh enough counts")
  @APIResponse(
      responseCode = "201",
      description = "The view",
      content = @Content(schema = @Schema(implementation = StandingAssessment.class)))
  @APIResponse(responseCode = "422", description = "The day lies in the future")
  public Response recordStanding(
      @Parameter(description = "The provider") @PathParam("providerId") UUID providerId,
      @NotNull @Valid Standings.Request request) {
    StandingAssessment recorded = standings.record(providerId, request);
    return Response.status(Response.Status.CREATED).entity(recorded).build();
  }
}
