package uk.carecontracts.contracts.placements;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.journal.ChangeFeed;
import uk.carecontracts.kit.tenancy.Caller;

/** Many placements: finding them and following their changes. */
@Path("/v1/placements")
@Tag(name = "Placements")
@SecurityRequirement(name = "bearer")
public class PlacementListResource {
  private static final int CSV_PAGE = 500;

  private final PlacementRepository placements;
  private final ChangeFeed feed;
  private final Paging paging;
  private final Caller caller;

  PlacementListResource(
      PlacementRepository placements, ChangeFeed feed, Paging paging, Caller caller) {
    this.placements = placements;
    this.feed = feed;
    this.paging = paging;
    this.caller = caller;
  }

  @GET
  @Authenticated
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listPlacements",
      summary = "The authority's placements, newest first; as CSV all of them")
  @APIResponse(responseCode = "200", description = "A page of placements")
  public RestResponse<Page<PlacementState>> list(
      @BeanParam PlacementFilter filter, @BeanParam ListFilter part) {
    caller.authority();
    return paging.page(
        Page.byId(
            filter.fingerprint(),
            part.cursor,
            part.limit,
            (before, most) ->
                placements.page(filter, before, most).stream().map(Placement::state).toList(),
            row -> row.id()));
  }

  @GET
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response listAsCsv(@BeanParam PlacementFilter filter) {
    caller.authority();
    CsvTable table =
        new CsvTable(
            "id",
            "reference",
            "status",
            "kind",
            "careType",
            "serviceType",
            "clientGroup",
            "area",
            "provider",
            "providerId",
            "locationId",
            "contractId",
            "personReference",
            "weeklyPrice",
            "hoursPerWeek",
            "startDate",
            "endDate");
    UUID before = null;
    List<Placement> page;
    do {
      page = placements.page(filter, before, CSV_PAGE);
      for (Placement placement : page) {
        line(table, placement.state());
        before = placement.id();
      }
    } while (page.size() == CSV_PAGE);
    return Response.ok(table.text(), CsvTable.MEDIA_TYPE)
        .header("Content-Disposition", "attachment; filename=\"placements.csv\"")
        .build();
  }

  private static void line(CsvTable table, PlacementState state) {
    table.line(
        state.id(),
        state.reference(),
        state.status(),
        state.kind(),
        state.careType(),
        state.serviceType(),
        state.clientGroup(),
        state.area(),
        state.provider().name(),
        state.provider().providerId(),
        state.locationId(),
        state.contractId(),
        state.personReference(),
        state.weeklyPrice(),
        state.hoursPerWeek(),
        state.startDate(),
        state.endDate());
  }

  @GET
  @Path("/changes")
  @Authenticated
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "readPlacementChanges",
      summary = "Follow every change of the authority's placements, without gaps, in commit order")
  @APIResponse(
      responseCode = "200",
      description = "Changes after a place; ask again with next",
      content = @Content(schema = @Schema(implementation = ChangeFeed.Stretch.class)))
  public ChangeFeed.Stretch changes(
      @QueryParam("after") @Parameter(description = "next of the answer before")
          @Nullable String after,
      @QueryParam("types") @Parameter(description = "Event types wanted; repeat for several")
          @Nullable List<String> types,
      @QueryParam("limit") @Parameter(description = "1 to 1000, otherwise 100")
          @Nullable Integer limit,
      @QueryParam("wait") @Parameter(description = "Seconds to wait for news, at most 30")
          @Nullable Integer wait) {
    return feed.read(
        Set.of(PlacementDesk.AGGREGATE),
        after,
        types == null ? Set.of() : Set.copyOf(types),
        limit,
        wait);
  }
}
