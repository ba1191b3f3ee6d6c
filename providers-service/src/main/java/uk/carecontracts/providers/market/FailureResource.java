package uk.carecontracts.providers.market;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;

/** What a provider's end would leave uncovered. */
@Path("/v1/market")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Market")
@SecurityRequirement(name = "bearer")
public class FailureResource {

  private static final int MOST_ALTERNATIVES = 50;
  private static final BigDecimal USUAL_RADIUS = BigDecimal.TEN;
  private static final BigDecimal MOST_RADIUS = BigDecimal.valueOf(100);

  private final FailureDesk desk;
  private final Caller caller;
  private final Clock clock;

  FailureResource(FailureDesk desk, Caller caller, Clock clock) {
    this.desk = desk;
    this.caller = caller;
    this.clock = clock;
  }

  /** What a provider's end would leave uncovered. */
  @GET
  @Path("/failure-impact")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getFailureImpact",
      summary = "What is uncovered if a provider stops, and who nearby has room",
      description =
          "People, hours and beds on the day; contracts and authorities hit; for each location"
              + " other providers' open ones of the same kind within the radius, or in the same area"
              + " where a place is not known, with beds not known to be taken. Beds of a provider"
              + " whom your authority has suspended from every service given at the location that"
              + " stops are no room; suspensions for other services are shown. Of other authorities'"
              + " people it gives numbers only. As CSV with Accept: text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "The impact with everything that was counted",
      content = @Content(schema = @Schema(implementation = FailureImpact.class)))
  @APIResponse(
      responseCode = "400",
      description = "providerId is missing or a parameter cannot be read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such provider",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public FailureImpact impact(
      @QueryParam("providerId") @Parameter(description = "The provider", required = true)
          @Nullable UUID providerId,
      @QueryParam("wholeGroup")
          @Parameter(description = "true: everything its ultimate owner owns stops with it")
          @Nullable Boolean wholeGroup,
      @QueryParam("asOf") @Parameter(description = "Day to answer for; absent: today in London")
          @Nullable LocalDate asOf,
      @QueryParam("radiusKm")
          @Parameter(description = "How far an alternative may be: above 0, up to 100, default 10")
          @Nullable BigDecimal radiusKm,
      @QueryParam("alternatives")
          @Parameter(description = "Most alternatives for a location: 1 to 50, default 10")
          @Nullable Integer alternatives) {
    BigDecimal radius = Objects.requireNonNullElse(radiusKm, USUAL_RADIUS);
    if (radius.signum() <= 0 || radius.compareTo(MOST_RADIUS) > 0) {
      throw ProblemException.badRequest("radiusKm", "The radius lies above 0, up to 100 km.");
    }
    int most = Objects.requireNonNullElse(alternatives, 10);
    if (most < 1 || most > MOST_ALTERNATIVES) {
      throw ProblemException.badRequest("alternatives", "Ask for 1 to 50 alternatives.");
    }
    return desk.impact(
        new FailureDesk.Question(
            caller.authority(),
            required(providerId),
            Boolean.TRUE.equals(wholeGroup),
            day(asOf),
            radius,
            most));
  }

  private static String service(FailureImpact.Suspended suspension) {
    return Objects.requireNonNullElse(suspension.serviceType(), "ALL");
  }

  private static UUID required(@Nullable UUID providerId) {
    if (providerId == null) {
      throw ProblemException.badRequest("providerId", "Name the provider.");
    }
    return providerId;
  }

  private LocalDate day(@Nullable LocalDate asOf) {
    return Objects.requireNonNullElse(asOf, LocalDate.now(clock));
  }

  /**
   * What a provider's end would leave uncovered, for a spreadsheet: each location's alternatives.
   */
  @GET
  @Path("/failure-impact")
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response impactAsCsv(
      @QueryParam("providerId") @Nullable UUID providerId,
      @QueryParam("wholeGroup") @Nullable Boolean wholeGroup,
      @QueryParam("asOf") @Nullable LocalDate asOf,
      @QueryParam("radiusKm") @Nullable BigDecimal radiusKm,
      @QueryParam("alternatives") @Nullable Integer alternatives) {
    CsvTable table =
        new CsvTable(
            "locationId",
            "name",
            "careType",
            "beds",
            "people",
            "alternativeId",
            "alternative",
            "alternativeBeds",
            "taken",
            "room",
            "rating",
            "distanceKm",
            "suspended",
            "suspendedFor",
            "suspendedUntil");
    for (FailureImpact.LocationHit hit :
        impact(providerId, wholeGroup, asOf, radiusKm, alternatives).locations()) {
      if (hit.alternatives().isEmpty()) {
        table.line(
            hit.locationId(),
            hit.name(),
            hit.careType(),
            hit.beds(),
            hit.people(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
      }
      for (FailureImpact.Alternative other : hit.alternatives()) {
        table.line(
            hit.locationId(),
            hit.name(),
            hit.careType(),
            hit.beds(),
            hit.people(),
            other.locationId(),
            other.name(),
            other.beds(),
            other.taken(),
            other.room(),
            other.rating(),
            other.distanceKm(),
            other.suspended(),
            other.suspensions().stream().map(FailureResource::service).toList(),
            other.suspensions().stream().map(FailureImpact.Suspended::endsOn).toList());
      }
    }
    return Response.ok(table.text()).build();
  }
}
