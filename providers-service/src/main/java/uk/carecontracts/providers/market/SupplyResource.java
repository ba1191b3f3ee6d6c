package uk.carecontracts.providers.market;

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
import uk.carecontracts.providers.locations.Capacities;
import uk.carecontracts.providers.locations.CareType;
import uk.carecontracts.providers.locations.LocationLife;
import uk.carecontracts.providers.locations.LocationLives;
import uk.carecontracts.providers.locations.OpeningsAndClosures;

/** What care there is and was, and what left. */
@Path("/v1/market")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Market")
@SecurityRequirement(name = "bearer")
public class SupplyResource {

  private final LocationLives lives;
  private final Capacities capacities;
  private final Clock clock;

  SupplyResource(LocationLives lives, Capacities capacities, Clock clock) {
    this.lives = lives;
    this.capacities = capacities;
    this.clock = clock;
  }

  /**
   * Supply over time.
   *
   * @param area GSS code of the council area
   * @param careType kind of care, absent for every kind
   * @param points every date of every kind of care, by kind and date
   */
  @Schema(name = "MarketSupply")
  public record Supply(
      String area, @Nullable CareType careType, List<SupplyOverTime.Point> points) {}

  /**
   * Capacity on a day.
   *
   * @param asOf the day
   * @param items each area and kind of care with open locations
   */
  @Schema(name = "MarketCapacity")
  public record CapacityAnswer(LocalDate asOf, List<Capacities.Capacity> items) {}

  /** Supply over time. */
  @GET
  @Path("/supply")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getMarketSupply",
      summary = "Locations and beds on a row of dates, with what opened and closed between them",
      description =
          "From every file and declaration known today. Net change = openings + first listed −"
              + " closures. As CSV with Accept: text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "A point for each kind of care and date, with the locations counted",
      content = @Content(schema = @Schema(implementation = Supply.class)))
  @APIResponse(
      responseCode = "400",
      description = "area is missing, or the dates cannot be read or are too many",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Supply supply(@BeanParam MarketFilter times) {
    LocalDate today = LocalDate.now(clock);
    List<LocationLife> found =
        lives.in(times.requireArea()).stream()
            .filter(life -> times.careType == null || life.careType() == times.careType)
            .toList();
    return new Supply(
        times.requireArea(), times.careType, SupplyOverTime.of(found, times.dates(today)));
  }

  /** Supply over time for a spreadsheet. */
  @GET
  @Path("/supply")
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response supplyAsCsv(@BeanParam MarketFilter times) {
    CsvTable table =
        new CsvTable(
            "date",
            "careType",
            "locations",
            "beds",
            "withoutBeds",
            "firstListed",
            "openings",
            "closures",
            "netChange",
            "bedsChange",
            "counted");
    supply(times)
        .points()
        .forEach(
            p ->
                table.line(
                    p.date(),
                    p.careType(),
                    p.locations(),
                    p.beds(),
                    p.withoutBeds(),
                    p.firstListed(),
                    p.openings(),
                    p.closures(),
                    p.netChange(),
                    p.bedsChange(),
                    p.counted()));
    return Response.ok(table.text()).build();
  }

  /** Exits. */
  @GET
  @Path("/exits")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getMarketExits",
      summary = "What left the market of an area in a time, and why",
      description =
          "Closures after from and up to to; from is five years before to unless given. The reason"
              + " is what was stated with the closure; files alone give none. As CSV with Accept:"
              + " text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "Totals, reasons and every closure counted",
      content = @Content(schema = @Schema(implementation = MarketExits.class)))
  @APIResponse(
      responseCode = "400",
      description = "area is missing or a parameter cannot be read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public MarketExits exits(@BeanParam MarketFilter times) {
    LocalDate today = LocalDate.now(clock);
    return MarketExits.among(
        OpeningsAndClosures.among(lives.in(times.requireArea())),
        times.requireArea(),
        times.careType,
        times.from(today),
        times.to(today));
  }

  /** Exits for a spreadsheet. */
  @GET
  @Path("/exits")
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response exitsAsCsv(@BeanParam MarketFilter times) {
    CsvTable table =
        new CsvTable(
            "closedAfter",
            "closedUntil",
            "locationId",
            "name",
            "careType",
            "beds",
            "exitReason",
            "note",
            "reregistration",
            "counterpartId");
    exits(times)
        .items()
        .forEach(
            m ->
                table.line(
                    m.between().after(),
                    m.between().until(),
                    m.locationId(),
                    m.name(),
                    m.careType(),
                    m.beds(),
                    m.exitReason(),
                    m.note(),
                    m.reregistration(),
                    m.counterpartId()));
    return Response.ok(table.text()).build();
  }

  /** Capacity on a day. */
  @GET
  @Path("/capacity")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getMarketCapacity",
      summary = "Open locations and beds by area and kind of care on a day",
      description = "As CSV with Accept: text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "Every area and kind of care that has any, with the locations counted",
      content = @Content(schema = @Schema(implementation = CapacityAnswer.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter cannot be read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public CapacityAnswer capacity(
      @QueryParam("area") @Parameter(description = "GSS code of the area; absent: every area")
          @Nullable String area,
      @QueryParam("careType") @Parameter(description = "Kind of care; absent: every kind")
          @Nullable CareType careType,
      @QueryParam("asOf") @Parameter(description = "Day to answer for; absent: today in London")
          @Nullable LocalDate asOf) {
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    return new CapacityAnswer(day, capacities.on(day, area, careType));
  }

  /** Capacity on a day for a spreadsheet. */
  @GET
  @Path("/capacity")
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response capacityAsCsv(
      @QueryParam("area") @Nullable String area,
      @QueryParam("careType") @Nullable CareType careType,
      @QueryParam("asOf") @Nullable LocalDate asOf) {
    CsvTable table =
        new CsvTable("area", "careType", "locations", "beds", "withoutBeds", "counted");
    capacity(area, careType, asOf)
        .items()
        .forEach(
            c ->
                table.line(
                    c.area(), c.careType(), c.locations(), c.beds(), c.withoutBeds(), c.counted()));
    return Response.ok(table.text()).build();
  }
}
