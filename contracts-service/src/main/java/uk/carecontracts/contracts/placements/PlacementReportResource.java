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
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.placements.PlacementReports.Grouping;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;

/** What the authority's placements say of prices. */
@Path("/v1/placements")
@Tag(name = "Placement reports", description = "Mix, prices and their movement; JSON or CSV")
@SecurityRequirement(name = "bearer")
@Authenticated
public class PlacementReportResource {
  private static final int MONTHS_AT_MOST = 120;

  private final PlacementReports reports;
  private final Caller caller;
  private final Clock clock;

  PlacementReportResource(PlacementReports reports, Caller caller, Clock clock) {
    this.reports = reports;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Prices on a day.
   *
   * @param asOf the day
   * @param method how quantiles are found
   * @param groups care types and areas with the distribution of their weekly prices
   */
  public record PriceReport(LocalDate asOf, String method, List<PriceGroup> groups) {}

  /**
   * Spot and block over time.
   *
   * @param entries one for the last day of each month
   */
  public record MixReport(List<MixEntry> entries) {}

  @GET
  @Path("/prices")
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reportPlacementPrices",
      summary = "How weekly prices are distributed on a day, by care type and area")
  @APIResponse(
      responseCode = "200",
      description = "Lowest, quartiles, median, P90, highest and mean of each group; also as CSV",
      content = @Content(schema = @Schema(implementation = PriceReport.class)))
  public PriceReport prices(
      @BeanParam ReportFilter filter,
      @QueryParam("asOf") @Parameter(description = "The day; today when left out")
          @Nullable LocalDate asOf,
      @QueryParam("groupBy")
          @Parameter(description = "CARE_TYPE_AND_AREA (when left out), CARE_TYPE or AREA")
          @Nullable Grouping groupBy) {
    caller.authority();
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    return new PriceReport(
        day,
        PriceSummary.METHOD,
        reports.prices(filter, groupBy == null ? Grouping.CARE_TYPE_AND_AREA : groupBy, day));
  }

  @GET
  @Path("/prices")
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response pricesAsCsv(
      @BeanParam ReportFilter filter,
      @QueryParam("asOf") @Nullable LocalDate asOf,
      @QueryParam("groupBy") @Nullable Grouping groupBy) {
    PriceReport report = prices(filter, asOf, groupBy);
    CsvTable table =
        new CsvTable(
            "asOf",
            "careType",
            "area",
            "placements",
            "lowest",
            "lowerQuartile",
            "median",
            "upperQuartile",
            "p90",
            "highest",
            "mean");
    for (PriceGroup group : report.groups()) {
      PriceSummary prices = group.prices();
      table.line(
          report.asOf(),
          group.careType(),
          group.area(),
          prices.count(),
          prices.lowest(),
          prices.lowerQuartile(),
          prices.median(),
          prices.upperQuartile(),
          prices.p90(),
          prices.highest(),
          prices.mean());
    }
    return csv(table, "placement-prices.csv");
  }

  @GET
  @Path("/mix")
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reportPlacementMix",
      summary = "Spot and block on the last day of each month, by number and weekly cost")
  @APIResponse(
      responseCode = "200",
      description = "One entry a month; also as CSV",
      content = @Content(schema = @Schema(implementation = MixReport.class)))
  public MixReport mix(
      @BeanParam ReportFilter filter,
      @QueryParam("from") @Parameter(description = "A day of the first month; a year ago if absent")
          @Nullable LocalDate from,
      @QueryParam("to") @Parameter(description = "A day of the last month; today if absent")
          @Nullable LocalDate to) {
    caller.authority();
    LocalDate last = to == null ? LocalDate.now(clock) : to;
    LocalDate first = from == null ? last.minusMonths(11) : from;
    if (first.isAfter(last) || ChronoUnit.MONTHS.between(first, last) >= MONTHS_AT_MOST) {
      throw ProblemException.badRequest(
          "from", "from must not be after to, nor more than " + MONTHS_AT_MOST + " months before.");
    }
    return new MixReport(reports.mix(filter, first, last));
  }

  @GET
  @Path("/mix")
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response mixAsCsv(
      @BeanParam ReportFilter filter,
      @QueryParam("from") @Nullable LocalDate from,
      @QueryParam("to") @Nullable LocalDate to) {
    CsvTable table =
        new CsvTable(
            "date",
            "spotPlacements",
            "spotWeeklyCost",
            "blockPlacements",
            "blockWeeklyCost",
            "spotSharePercent",
            "spotCostSharePercent");
    mix(filter, from, to)
        .entries()
        .forEach(
            entry ->
                table.line(
                    entry.date(),
                    entry.spotPlacements(),
                    entry.spotWeeklyCost(),
                    entry.blockPlacements(),
                    entry.blockWeeklyCost(),
                    entry.spotSharePercent(),
                    entry.spotCostSharePercent()));
    return csv(table, "placement-mix.csv");
  }

  private static Response csv(CsvTable table, String name) {
    return Response.ok(table.text(), CsvTable.MEDIA_TYPE)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }
}
