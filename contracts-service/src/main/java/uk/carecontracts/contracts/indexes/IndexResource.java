package uk.carecontracts.contracts.indexes;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;

/** Published series that uplift clauses follow. */
@Path("/v1/index-series")
@Tag(name = "Index series", description = "Living wage, consumer prices and others, with sources")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IndexResource {
  private final IndexRepository series;
  private final IndexDesk desk;
  private final Preconditions preconditions;
  private final Caller caller;

  IndexResource(
      IndexRepository series, IndexDesk desk, Preconditions preconditions, Caller caller) {
    this.series = series;
    this.desk = desk;
    this.preconditions = preconditions;
    this.caller = caller;
  }

  /** All series. */
  public record AllSeries(List<IndexSeries> items) {}

  /**
   * A newly published point.
   *
   * @param date the day it holds from, or the first day of its month
   * @param value the value, where one is published
   * @param movementPercent how far it moved, by the series' own rule
   * @param source where it was read
   */
  public record PointRequest(
      @NotNull LocalDate date,
      @Nullable @Digits(integer = 12, fraction = 6) BigDecimal value,
      @Nullable @Digits(integer = 4, fraction = 10) BigDecimal movementPercent,
      @NotBlank @Size(max = 500) String source) {}

  @GET
  @Authenticated
  @Transactional
  @Operation(operationId = "listIndexSeries", summary = "Every series with its points")
  @APIResponse(
      responseCode = "200",
      description = "All of them, by code",
      content = @Content(schema = @Schema(implementation = AllSeries.class)))
  public AllSeries list() {
    return new AllSeries(series.all());
  }

  @GET
  @Path("/{code}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getIndexSeries", summary = "One series with its points")
  @APIResponse(
      responseCode = "200",
      description = "The series",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = IndexSeries.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  public Response get(
      @PathParam("code") @Parameter(description = "Its code, such as NLW") String code) {
    IndexSeries found =
        series.find(code).orElseThrow(() -> ProblemException.notFound("index series", code));
    return preconditions.answer(found, Preconditions.etag(found.version()));
  }

  @POST
  @Path("/{code}/points")
  @RolesAllowed("admin")
  @Operation(
      operationId = "publishIndexPoint",
      summary = "Add a newly published point; needs the scope admin and If-Match",
      description =
          "Adds a point to a series that every authority reads and tells consumers. Points that were"
              + " published stay; a series has one point a day. The day decides, so sending the same"
              + " point twice adds it once and answers the second time with 412 or 409.")
  @APIResponse(
      responseCode = "200",
      description = "The series with the point",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = IndexSeries.class)))
  @APIResponse(responseCode = "409", description = "The series has a point of that day")
  @APIResponse(responseCode = "422", description = "The point has neither value nor movement")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response add(
      @PathParam("code") @Parameter(description = "Its code, such as NLW") String code,
      @NotNull @Valid PointRequest point) {
    if (point.value() == null && point.movementPercent() == null) {
      throw new RuleViolation("POINT_EMPTY", "A point has a value or a movement.", "/value");
    }
    IndexSeries raised =
        desk.add(
            code,
            new IndexPoint(
                point.date(), point.value(), point.movementPercent(), point.source(), true),
            caller.subject(),
            preconditions::requireMatch);
    return preconditions.changed(raised, raised.version());
  }
}
