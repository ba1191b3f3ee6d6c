package uk.carecontracts.providers.market;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import uk.carecontracts.providers.locations.CareType;

/** How good care is, how that moved, and what it costs. */
@Path("/v1/market")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Market")
@SecurityRequirement(name = "bearer")
public class QualityAndPriceResource {

  private final RatingsRepository ratings;
  private final PriceRepository prices;
  private final Clock clock;

  QualityAndPriceResource(RatingsRepository ratings, PriceRepository prices, Clock clock) {
    this.ratings = ratings;
    this.prices = prices;
    this.clock = clock;
  }

  /**
   * Price signals.
   *
   * @param asOf the day
   * @param placements weekly prices of your placements on the day, by district, care, service and
   *     kind, against a year before
   * @param contracts changes of annual values by variation in the year before the day
   */
  @Schema(name = "PriceSignals")
  public record PriceSignals(
      LocalDate asOf,
      List<PriceRepository.Prices> placements,
      List<PriceRepository.Change> contracts) {}

  /** Distribution of ratings. */
  @GET
  @Path("/ratings")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getMarketRatings",
      summary = "How the locations open on a day were rated on it",
      description = "By the latest report published by then. As CSV with Accept: text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "Locations by rating, with those counted",
      content = @Content(schema = @Schema(implementation = MarketRatings.Distribution.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter cannot be read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public MarketRatings.Distribution distribution(
      @QueryParam("area") @Parameter(description = "GSS code of the area; absent: every area")
          @Nullable String area,
      @QueryParam("careType") @Parameter(description = "Kind of care; absent: every kind")
          @Nullable CareType careType,
      @QueryParam("asOf") @Parameter(description = "Day to answer for; absent: today in London")
          @Nullable LocalDate asOf) {
    LocalDate day = Objects.requireNonNullElse(asOf, LocalDate.now(clock));
    return MarketRatings.distribution(day, ratings.cells(day, day, area, careType));
  }

  /** Distribution of ratings for a spreadsheet. */
  @GET
  @Path("/ratings")
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response distributionAsCsv(
      @QueryParam("area") @Nullable String area,
      @QueryParam("careType") @Nullable CareType careType,
      @QueryParam("asOf") @Nullable LocalDate asOf) {
    CsvTable table = new CsvTable("rating", "locations", "counted");
    distribution(area, careType, asOf)
        .ratings()
        .forEach(r -> table.line(r.rating(), r.locations(), r.counted()));
    return Response.ok(table.text()).build();
  }

  /** Movement of ratings. */
  @GET
  @Path("/rating-movements")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getMarketRatingMovements",
      summary = "The matrix of ratings between two days",
      description =
          "NOT_OPEN stands for a location that opened or closed in between. As CSV with Accept:"
              + " text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "Each pair of ratings that occurs, with the locations counted",
      content = @Content(schema = @Schema(implementation = MarketRatings.Movements.class)))
  @APIResponse(
      responseCode = "400",
      description = "from is missing, or a parameter cannot be read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public MarketRatings.Movements movements(
      @QueryParam("area") @Parameter(description = "GSS code of the area; absent: every area")
          @Nullable String area,
      @QueryParam("careType") @Parameter(description = "Kind of care; absent: every kind")
          @Nullable CareType careType,
      @QueryParam("from") @Parameter(description = "First day", required = true)
          @Nullable LocalDate from,
      @QueryParam("to") @Parameter(description = "Second day; absent: today in London")
          @Nullable LocalDate to) {
    if (from == null) {
      throw ProblemException.badRequest("from", "Name the first of the two days.");
    }
    LocalDate second = Objects.requireNonNullElse(to, LocalDate.now(clock));
    return MarketRatings.movements(from, second, ratings.cells(from, second, area, careType));
  }

  /** Movement of ratings for a spreadsheet. */
  @GET
  @Path("/rating-movements")
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response movementsAsCsv(
      @QueryParam("area") @Nullable String area,
      @QueryParam("careType") @Nullable CareType careType,
      @QueryParam("from") @Nullable LocalDate from,
      @QueryParam("to") @Nullable LocalDate to) {
    CsvTable table = new CsvTable("from", "to", "movement", "locations", "counted");
    movements(area, careType, from, to)
        .cells()
        .forEach(m -> table.line(m.from(), m.to(), m.movement(), m.locations(), m.counted()));
    return Response.ok(table.text()).build();
  }

  /** Price signals. */
  @GET
  @Path("/prices")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getMarketPrices",
      summary = "What your authority pays on a day, against a year before",
      description =
          "Weekly prices of placements on the terms of the day, and changes of contracts' annual"
              + " values by variations that came into force in the year before. As CSV with Accept:"
              + " text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "Prices with the placements counted",
      content = @Content(schema = @Schema(implementation = PriceSignals.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter cannot be read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public PriceSignals prices(
      @QueryParam("area") @Parameter(description = "GSS code of the area; absent: every area")
          @Nullable String area,
      @QueryParam("careType") @Parameter(description = "Kind of care; absent: every kind")
          @Nullable String careType,
      @QueryParam("asOf") @Parameter(description = "Day to answer for; absent: today in London")
          @Nullable LocalDate asOf) {
    LocalDate day = Objects.requireNonNullElse(asOf, LocalDate.now(clock));
    List<PriceRepository.Prices> before = prices.placements(day.minusYears(1), area, careType);
    List<PriceRepository.Prices> now =
        prices.placements(day, area, careType).stream()
            .map(
                price ->
                    price.against(
                        before.stream().filter(price::sameMarket).findFirst().orElse(null)))
            .toList();
    return new PriceSignals(day, now, prices.contracts(day.minusYears(1), day, area));
  }

  /** Price signals for a spreadsheet. */
  @GET
  @Path("/prices")
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response pricesAsCsv(
      @QueryParam("area") @Nullable String area,
      @QueryParam("careType") @Nullable String careType,
      @QueryParam("asOf") @Nullable LocalDate asOf) {
    CsvTable table =
        new CsvTable(
            "area",
            "careType",
            "serviceType",
            "kind",
            "placements",
            "lowest",
            "lowerQuartile",
            "median",
            "upperQuartile",
            "highest",
            "mean",
            "hourly",
            "yearBefore",
            "movementPercent",
            "counted");
    prices(area, careType, asOf)
        .placements()
        .forEach(
            p ->
                table.line(
                    p.area(),
                    p.careType(),
                    p.serviceType(),
                    p.kind(),
                    p.placements(),
                    p.lowest(),
                    p.lowerQuartile(),
                    p.median(),
                    p.upperQuartile(),
                    p.highest(),
                    p.mean(),
                    p.hourly(),
                    p.yearBefore(),
                    p.movementPercent(),
                    p.counted()));
    return Response.ok(table.text()).build();
  }
}
