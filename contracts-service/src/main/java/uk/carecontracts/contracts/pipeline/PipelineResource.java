package uk.carecontracts.contracts.pipeline;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.atom.AtomFeed;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.tenancy.PublicRead;

/** Coming procurements of every council, for suppliers; no token is needed. */
@Path("/v1/register/pipeline")
@Tag(
    name = "Pipeline",
    description = "Coming procurements for suppliers, above all small and voluntary ones")
@PermitAll
@PublicRead
@Blocking
@APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
public class PipelineResource {
  private static final String CSV = "text/csv";
  private static final String ICALENDAR = "text/calendar";
  private static final int CURSOR_VALUES = 2;
  private static final int STRETCH = 500;
  private static final int MOST_IN_A_FILE = 5000;

  private final Pipeline pipeline;
  private final Paging paging;

  PipelineResource(Pipeline pipeline, Paging paging) {
    this.pipeline = pipeline;
    this.paging = paging;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listPipeline",
      summary = "Contracts that end, and new needs, and when their tenders are expected")
  @APIResponse(
      responseCode = "200",
      description = "A page in the order of sort; as text/csv the first 5,000",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = PipelinePage.class)),
        @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
      })
  public RestResponse<Page<PipelineItem>> list(
      @BeanParam PipelineFilter filter, @BeanParam ListFilter part) {
    return paging.page(page(filter, part.cursor, Paging.limit(part.limit)));
  }

  /** For the document only: a page of the pipeline. */
  public record PipelinePage(List<PipelineItem> items, @Nullable String next) {}

  private Page<PipelineItem> page(PipelineFilter filter, @Nullable String cursor, int length) {
    String query = Cursor.fingerprint(filter.parts());
    Cursor from = Cursor.parse(cursor, query, CURSOR_VALUES);
    List<PipelineItem> rows =
        QuarkusTransaction.requiringNew().call(() -> pipeline.items(filter, from, length + 1));
    return Page.of(rows, length, item -> Pipeline.after(query, filter, item));
  }

  private List<PipelineItem> file(PipelineFilter filter) {
    List<PipelineItem> all = new ArrayList<>();
    @Nullable String next = null;
    do {
      Page<PipelineItem> page = page(filter, next, STRETCH);
      all.addAll(page.items());
      next = page.next();
    } while (next != null && all.size() < MOST_IN_A_FILE);
    return all;
  }

  @GET
  @Produces(CSV)
  @Operation(hidden = true)
  public Response listAsCsv(@BeanParam PipelineFilter filter) {
    return Response.ok(PipelineCsv.write(file(filter)), CSV + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"pipeline.csv\"")
        .build();
  }

  @GET
  @Path("/calendar")
  @Produces(ICALENDAR)
  @Operation(
      operationId = "subscribePipelineCalendar",
      summary = "The pipeline as a calendar to subscribe to (iCalendar, RFC 5545)")
  @APIResponse(
      responseCode = "200",
      description = "Whole-day events for the next 5,000 procurements",
      content = @Content(mediaType = ICALENDAR, schema = @Schema(type = SchemaType.STRING)))
  public Response calendar(@BeanParam PipelineFilter filter) {
    return Response.ok(PipelineCalendar.write(file(filter)), ICALENDAR + ";charset=UTF-8")
        .header("Content-Disposition", "inline; filename=\"pipeline.ics\"")
        .build();
  }

  @GET
  @Path("/feed")
  @Produces(AtomFeed.MEDIA_TYPE)
  @Operation(
      operationId = "readPipelineFeed",
      summary = "The pipeline as an Atom feed (RFC 4287), paged by its link next")
  @APIResponse(
      responseCode = "200",
      description = "A page of the feed",
      content =
          @Content(mediaType = AtomFeed.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
  public Response feed(
      @BeanParam PipelineFilter filter,
      @QueryParam("cursor") @Parameter(description = "From the feed's link next")
          @Nullable String cursor,
      @QueryParam("limit") @Parameter(description = "1 to 500, otherwise 50")
          @Nullable Integer limit,
      @Context UriInfo uri) {
    Page<PipelineItem> page = page(filter, cursor, Paging.limit(limit));
    String next = page.next() == null ? null : paging.link(page.next()).toString();
    String register = uri.getBaseUriBuilder().path("/v1/register/contracts").build().toString();
    return Response.ok(
            PipelineFeed.write(page.items(), uri.getRequestUri().toString(), next, register),
            AtomFeed.MEDIA_TYPE + ";charset=UTF-8")
        .build();
  }

  @GET
  @Path("/spend")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getPipelineSpend",
      summary = "Expected spend by financial year in which new contracts start, and service")
  @APIResponse(responseCode = "200", description = "A line for each year and service")
  public ForwardSpend spend(@BeanParam PipelineFilter filter) {
    return QuarkusTransaction.requiringNew().call(() -> pipeline.spend(filter));
  }
}
