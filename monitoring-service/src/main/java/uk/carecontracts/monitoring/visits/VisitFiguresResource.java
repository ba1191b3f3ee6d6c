package uk.carecontracts.monitoring.visits;

import static uk.carecontracts.monitoring.spreadsheets.Csv.line;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.spreadsheets.Csv;
import uk.carecontracts.monitoring.spreadsheets.CsvPageMapper;

/** Figures of visits over HTTP. */
@Path("/v1/visits/figures")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Visits", description = "Homecare visits as planned and as made, and their figures")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class VisitFiguresResource {
  private static final List<String> HEADER =
      List.of(
          "contractId",
          "contractReference",
          "providerId",
          "area",
          "month",
          "planned",
          "delivered",
          "missed",
          "frustrated",
          "cancelled",
          "onTime",
          "onTimePercent",
          "missedPercent",
          "minutesAgreed",
          "minutesDelivered",
          "minutesPercent",
          "shortVisits",
          "preferenceAsked",
          "preferenceMet",
          "preferencePercent",
          "carersPerPersonMean");

  private final FigureQueries queries;
  private final ProviderReach reach;
  private final Paging paging;

  VisitFiguresResource(FigureQueries queries, ProviderReach reach, Paging paging) {
    this.queries = queries;
    this.reach = reach;
    this.paging = paging;
  }

  @Schema(name = "VisitFigurePage")
  private record FigurePage(List<VisitFigure> items, @Nullable String next) {}

  /** One page of figures. */
  @GET
  @Operation(
      operationId = "listVisitFigures",
      summary = "Figures of visits by contract, provider, area and month, for a provider its own")
  @APIResponse(
      responseCode = "200",
      description = "A page of figures",
      content = @Content(schema = @Schema(implementation = FigurePage.class)))
  public Response list(@BeanParam FigureFilter filter) {
    return paging.answer(page(filter));
  }

  /** The same page for a spreadsheet. */
  @GET
  @Produces(Csv.TYPE)
  @Operation(
      operationId = "listVisitFigures",
      summary = "Figures of visits by contract, provider, area and month, for a provider its own")
  @APIResponse(responseCode = "200", description = "A header line and a line for each combination")
  public Response export(@BeanParam FigureFilter filter) {
    return CsvPageMapper.answer(
        paging,
        HEADER,
        page(filter),
        f ->
            line(
                f.contractId(),
                f.contractReference(),
                f.providerId(),
                f.area(),
                f.month(),
                f.counts().planned(),
                f.counts().delivered(),
                f.counts().missed(),
                f.counts().frustrated(),
                f.counts().cancelled(),
                f.counts().onTime(),
                f.onTimePercent(),
                f.missedPercent(),
                f.counts().minutesAgreed(),
                f.counts().minutesDelivered(),
                f.minutesPercent(),
                f.counts().shortVisits(),
                f.counts().preferenceAsked(),
                f.counts().preferenceMet(),
                f.preferencePercent(),
                f.carersPerPersonMean()));
  }

  private Page<VisitFigure> page(FigureFilter filter) {
    filter.providerId = reach.narrow(filter.providerId);
    int length = Paging.limit(filter.limit);
    String query = filter.fingerprint();
    Cursor after = Cursor.parse(filter.cursor, query, filter.groups().size());
    return Page.of(
            queries.figures(
                filter,
                MonthText.first("from", filter.from),
                MonthText.first("to", filter.to),
                filter.place(after),
                length + 1),
            length,
            row -> Cursor.after(query, row.place().toArray()))
        .map(FigureQueries.Line::figure);
  }
}
