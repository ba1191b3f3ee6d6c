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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;

/** What new placements cost around the fall of a home's rating. */
@Path("/v1/placements/rating-falls")
@Tag(name = "Placement reports")
@SecurityRequirement(name = "bearer")
@Authenticated
public class RatingFallResource {
  private final RatingFallRepository falls;
  private final Paging paging;
  private final Caller caller;
  private final Clock clock;

  RatingFallResource(RatingFallRepository falls, Paging paging, Caller caller, Clock clock) {
    this.falls = falls;
    this.paging = paging;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reportPricesAroundRatingFalls",
      summary =
          "What new placements cost in a district before and after a home's rating fell there",
      description =
          "For each fall of a home's overall rating, the weekly prices of placements that started"
              + " in the same district and care type in the months before and after its"
              + " publication, without those in the home itself. Lists what was counted.")
  @APIResponse(
      responseCode = "200",
      description = "A page of falls with both sides, the latest first")
  public RestResponse<Page<RatingFall>> ratingFalls(
      @QueryParam("area") @Parameter(description = "District") @Nullable String area,
      @QueryParam("careType") @Parameter(description = "Kind of care") @Nullable String careType,
      @QueryParam("locationId") @Parameter(description = "The home") @Nullable UUID locationId,
      @QueryParam("from") @Parameter(description = "Earliest fall") @Nullable LocalDate from,
      @QueryParam("to") @Parameter(description = "Latest fall") @Nullable LocalDate to,
      @QueryParam("months") @Parameter(description = "Months on either side, 1 to 36; else 6")
          @Nullable Integer months,
      @BeanParam ListFilter part) {
    RatingFallRepository.Wanted wanted = wanted(area, careType, locationId, from, to, months);
    int length = Paging.limit(part.limit);
    String query = wanted.fingerprint();
    Page<RatingFall.Fall> page =
        Page.of(
            falls.falls(wanted, Cursor.parse(part.cursor, query, 2), length + 1),
            length,
            fall -> Cursor.after(query, fall.fellOn(), fall.locationId()));
    List<RatingFall> compared = falls.compare(page.items(), wanted.months(), LocalDate.now(clock));
    return paging.page(new Page<>(compared, page.next()));
  }

  @GET
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response ratingFallsAsCsv(
      @QueryParam("area") @Nullable String area,
      @QueryParam("careType") @Nullable String careType,
      @QueryParam("locationId") @Nullable UUID locationId,
      @QueryParam("from") @Nullable LocalDate from,
      @QueryParam("to") @Nullable LocalDate to,
      @QueryParam("months") @Nullable Integer months) {
    RatingFallRepository.Wanted wanted = wanted(area, careType, locationId, from, to, months);
    CsvTable table =
        new CsvTable(
            "locationId",
            "name",
            "careType",
            "area",
            "fellOn",
            "from",
            "to",
            "placementsBefore",
            "medianBefore",
            "placementsAfter",
            "medianAfter",
            "medianChange",
            "medianChangePercent",
            "afterIsComplete");
    falls
        .compare(falls.falls(wanted, null, Paging.MAX_LIMIT), wanted.months(), LocalDate.now(clock))
        .forEach(
            fall ->
                table.line(
                    fall.locationId(),
                    fall.name(),
                    fall.careType(),
                    fall.area(),
                    fall.fellOn(),
                    fall.from(),
                    fall.to(),
                    fall.before().count(),
                    fall.before().median(),
                    fall.after().count(),
                    fall.after().median(),
                    fall.medianChange(),
                    fall.medianChangePercent(),
                    fall.afterIsComplete()));
    return Response.ok(table.text(), CsvTable.MEDIA_TYPE)
        .header("Content-Disposition", "attachment; filename=\"prices-around-rating-falls.csv\"")
        .build();
  }

  private RatingFallRepository.Wanted wanted(
      @Nullable String area,
      @Nullable String careType,
      @Nullable UUID locationId,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Integer months) {
    caller.authority();
    int wide = months == null ? 6 : months;
    if (wide < 1 || wide > 36) {
      throw ProblemException.badRequest("months", "months must be from 1 to 36.");
    }
    return new RatingFallRepository.Wanted(area, careType, locationId, from, to, wide);
  }
}
