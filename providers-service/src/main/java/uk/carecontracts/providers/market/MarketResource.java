package uk.carecontracts.providers.market;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.PublicRead;
import uk.carecontracts.providers.locations.OpeningsAndClosures;

/** The care market. */
@Path("/v1/market")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Market", description = "What care there is, where, and how it moves")
public class MarketResource {

  private final MarketRepository market;
  private final OpeningsAndClosures openings;
  private final Paging paging;
  private final Clock clock;

  MarketResource(
      MarketRepository market, OpeningsAndClosures openings, Paging paging, Clock clock) {
    this.market = market;
    this.openings = openings;
    this.paging = paging;
    this.clock = clock;
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "OpeningOrClosurePage")
  public record MovementPage(List<OpeningsAndClosures.Movement> items, @Nullable String next) {}

  /** The market in numbers. */
  @GET
  @Path("/summary")
  @PermitAll
  @PublicRead
  @Transactional
  @Operation(
      operationId = "getMarketSummary",
      summary = "Providers, open care homes, beds and ratings by area; needs no token",
      description =
          "The homes counted are those that /v1/market/capacity lists for the same day as"
              + " NURSING_HOME, RESIDENTIAL_HOME and CHILDRENS_HOME.")
  @APIResponse(
      responseCode = "200",
      description = "The market in numbers",
      content = @Content(schema = @Schema(implementation = MarketSummary.class)))
  public MarketSummary summary(
      @QueryParam("asOf") @Parameter(description = "Day to answer for; absent: today in London")
          @Nullable LocalDate asOf) {
    return market.summary(asOf == null ? LocalDate.now(clock) : asOf);
  }

  /** Openings and closures for a spreadsheet. */
  @GET
  @Path("/openings-closures")
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response openingsAndClosuresAsCsv(@QueryParam("area") @Nullable String area) {
    CsvTable table =
        new CsvTable(
            "event",
            "after",
            "until",
            "locationId",
            "name",
            "cqcLocationId",
            "careType",
            "beds",
            "exitReason",
            "note",
            "reregistration",
            "counterpartId");
    openings
        .in(required(area))
        .forEach(
            m ->
                table.line(
                    m.event(),
                    m.between().after(),
                    m.between().until(),
                    m.locationId(),
                    m.name(),
                    m.cqcLocationId(),
                    m.careType(),
                    m.beds(),
                    m.exitReason(),
                    m.note(),
                    m.reregistration(),
                    m.counterpartId()));
    return Response.ok(table.text()).build();
  }

  private static String required(@Nullable String area) {
    if (area == null || area.isBlank()) {
      throw ProblemException.badRequest("area", "Name the area by its GSS code.");
    }
    return area;
  }

  /** Openings and closures. */
  @GET
  @Path("/openings-closures")
  @Authenticated
  @Transactional
  @SecurityRequirement(name = "bearer")
  @Operation(
      operationId = "listOpeningsAndClosures",
      summary = "What opened, closed and reopened in an area, oldest first",
      description =
          "From every file and declaration: an event lies between two file dates or on its day. A"
              + " change of registration at the same premises is marked as one. As CSV with Accept:"
              + " text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "A page of events",
      content = @Content(schema = @Schema(implementation = MovementPage.class)))
  @APIResponse(
      responseCode = "400",
      description = "area is missing or a parameter cannot be read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response openingsAndClosures(
      @QueryParam("area") @Parameter(description = "GSS code of the council area", required = true)
          @Nullable String area,
      @BeanParam ListFilter part) {
    String wanted = required(area);
    int length = Paging.limit(part.limit);
    String query = Cursor.fingerprint("openings-closures", area);
    Cursor from = Cursor.parse(part.cursor, query, 1);
    String after = from == null ? "" : from.values().get(0);
    List<OpeningsAndClosures.Movement> rows =
        openings.in(wanted).stream()
            .filter(movement -> movement.place().compareTo(after) > 0)
            .limit(length + 1L)
            .toList();
    return paging.answer(Page.of(rows, length, movement -> Cursor.after(query, movement.place())));
  }
}
