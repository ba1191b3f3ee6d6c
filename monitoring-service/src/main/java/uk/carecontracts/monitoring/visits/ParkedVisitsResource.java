package uk.carecontracts.monitoring.visits;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.monitoring.access.ProviderReach;

/** Visits that wait for their contract, over HTTP. */
@Path("/v1/visits/parked")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Visits")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class ParkedVisitsResource {
  private final VisitQueries queries;
  private final DiscardDesk desk;
  private final ProviderReach reach;
  private final Paging paging;

  ParkedVisitsResource(VisitQueries queries, DiscardDesk desk, ProviderReach reach, Paging paging) {
    this.queries = queries;
    this.desk = desk;
    this.reach = reach;
    this.paging = paging;
  }

  @Schema(name = "ParkedVisitPage")
  private record ParkedPage(List<ParkedVisit> items, @Nullable String next) {}

  /** One page of what waits. */
  @GET
  @Operation(
      operationId = "listParkedVisits",
      summary = "Visits whose contract or provider is not known yet")
  @APIResponse(
      responseCode = "200",
      description = "A page of parked visits",
      content = @Content(schema = @Schema(implementation = ParkedPage.class)))
  public Response parked(
      @Parameter(description = "Only visits that name this contract")
          @QueryParam("contractReference")
          @Nullable String contractReference,
      @BeanParam ListFilter filter) {
    UUID only = reach.only();
    Page<VisitQueries.ParkedRow> page =
        Page.byId(
            Cursor.fingerprint("parked", contractReference),
            filter.cursor,
            filter.limit,
            (after, most) -> queries.parked(contractReference, only, after, most),
            row -> row.key());
    return paging.answer(page.map(VisitQueries.ParkedRow::visit));
  }

  /** Discards parked visits. */
  @POST
  @Path("/discards")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "discardParkedVisits",
      summary = "Throw parked visits away that will never find their contract",
      description =
          "By their ids or by the contract they name, a thousand at a time. Who, when, why and"
              + " which visits stays in the journal. A discarded visit that is sent again is parked"
              + " again, or taken in if its contract is known by then.")
  @APIResponse(
      responseCode = "201",
      description = "What was discarded",
      content = @Content(schema = @Schema(implementation = VisitDiscard.class)))
  @APIResponse(responseCode = "422", description = "Nothing of that is parked")
  public Response discard(@NotNull @Valid DiscardDesk.Request request) {
    return Response.status(Response.Status.CREATED).entity(desk.discard(request)).build();
  }
}
