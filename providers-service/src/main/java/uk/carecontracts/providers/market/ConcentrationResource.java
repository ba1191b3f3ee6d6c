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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
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
import uk.carecontracts.providers.locations.CareType;

/** How far a market is in few hands. */
@Path("/v1/market/concentration")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Market")
@SecurityRequirement(name = "bearer")
public class ConcentrationResource {

  private final ConcentrationRepository market;
  private final Paging paging;
  private final Clock clock;

  ConcentrationResource(ConcentrationRepository market, Paging paging, Clock clock) {
    this.market = market;
    this.paging = paging;
    this.clock = clock;
  }

  /**
   * The answer with what was asked.
   *
   * @param measure what shares are measured in
   * @param asOf the day
   * @param area GSS code, absent for every area
   * @param careType kind of care home, absent for every kind
   * @param serviceType code of the contracted service, absent for every service
   * @param bandSource where the bands come from
   * @param result index, band and every owner with what was counted
   */
  @Schema(name = "MarketConcentration")
  public record Answer(
      ConcentrationMeasure measure,
      LocalDate asOf,
      @Nullable String area,
      @Nullable CareType careType,
      @Nullable String serviceType,
      String bandSource,
      Concentration result) {}

  /**
   * The concentration of one market among many.
   *
   * @param area GSS code; absent where none is stated
   * @param category kind of care, or code of the service; absent where none is stated
   * @param hhi the index
   * @param band what it means
   * @param total the whole market
   * @param owners how many owners share it
   * @param largest the largest of them, at most three
   * @param counted how many homes, contracts or placements were counted
   */
  @Schema(name = "ConcentrationOfMarket")
  public record MarketLine(
      @Nullable String area,
      @Nullable String category,
      long hhi,
      Concentration.Band band,
      BigDecimal total,
      int owners,
      List<Concentration.Share> largest,
      long counted) {}

  /** Shape of a page, for the API document. */
  @Schema(name = "ConcentrationOfMarketPage")
  public record MarketPage(List<MarketLine> items, @Nullable String next) {}

  /** Works out a concentration. */
  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getMarketConcentration",
      summary = "Herfindahl-Hirschman index of a market, by ultimate owner",
      description =
          "VALUE counts your authority's contracts that ran on the day, by annual value of the lead"
              + " supplier, never frameworks. HOURS counts your placements. BEDS and HOMES count"
              + " care homes open on the day with the beds they had then. Owners are those at the"
              + " top on the day. As CSV with Accept: text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "Index, band, every owner and what was counted",
      content = @Content(schema = @Schema(implementation = Answer.class)))
  @APIResponse(
      responseCode = "400",
      description = "by is missing or a parameter cannot be read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Answer concentration(
      @QueryParam("by") @Parameter(description = "VALUE, HOURS, BEDS or HOMES", required = true)
          @Nullable ConcentrationMeasure by,
      @QueryParam("area") @Parameter(description = "GSS code of the area; absent: every area")
          @Nullable String area,
      @QueryParam("careType") @Parameter(description = "Kind of care home, for BEDS and HOMES")
          @Nullable CareType careType,
      @QueryParam("serviceType")
          @Parameter(description = "Code of the service, for VALUE and HOURS")
          @Nullable String serviceType,
      @QueryParam("asOf") @Parameter(description = "Day to answer for; absent: today in London")
          @Nullable LocalDate asOf) {
    ConcentrationMeasure measure = required(by);
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    boolean homes = measure == ConcentrationMeasure.BEDS || measure == ConcentrationMeasure.HOMES;
    String kind = careType == null ? null : careType.name();
    Concentration.Bands bands = market.bands(day);
    List<ConcentrationRepository.Row> rows =
        market.holdings(measure, area, homes ? kind : serviceType, day);
    return new Answer(
        measure,
        day,
        area,
        careType,
        serviceType,
        bands.source(),
        Concentration.of(byOwner(rows), bands));
  }

  private static ConcentrationMeasure required(@Nullable ConcentrationMeasure by) {
    if (by == null) {
      throw ProblemException.badRequest("by", "Name the measure: VALUE, HOURS, BEDS or HOMES.");
    }
    return by;
  }

  /** One owner may hold parts of several markets. */
  private static List<Concentration.Holding> byOwner(List<ConcentrationRepository.Row> rows) {
    Map<String, Concentration.Holding> owners = new TreeMap<>();
    for (ConcentrationRepository.Row row : rows) {
      owners.merge(
          row.holding().owner(),
          row.holding(),
          (a, b) ->
              new Concentration.Holding(
                  a.owner(),
                  a.amount().add(b.amount()),
                  Stream.concat(a.counted().stream(), b.counted().stream()).toList()));
    }
    return List.copyOf(owners.values());
  }

  /** A concentration for a spreadsheet. */
  @GET
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response concentrationAsCsv(
      @QueryParam("by") @Nullable ConcentrationMeasure by,
      @QueryParam("area") @Nullable String area,
      @QueryParam("careType") @Nullable CareType careType,
      @QueryParam("serviceType") @Nullable String serviceType,
      @QueryParam("asOf") @Nullable LocalDate asOf) {
    CsvTable table = new CsvTable("owner", "amount", "sharePercent", "counted");
    concentration(by, area, careType, serviceType, asOf)
        .result()
        .owners()
        .forEach(o -> table.line(o.owner(), o.amount(), o.sharePercent(), o.counted()));
    return Response.ok(table.text()).build();
  }

  /** Works out the concentration of every market. */
  @GET
  @Path("/markets")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "listMarketConcentrations",
      summary = "Concentration of every market: each area with each kind of care or service",
      description = "Ordered by area and category. As CSV with Accept: text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "A page of markets; next continues it",
      content = @Content(schema = @Schema(implementation = MarketPage.class)))
  @APIResponse(
      responseCode = "400",
      description = "by is missing or a parameter cannot be read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response markets(
      @QueryParam("by") @Parameter(description = "VALUE, HOURS, BEDS or HOMES", required = true)
          @Nullable ConcentrationMeasure by,
      @QueryParam("area") @Parameter(description = "GSS code of the area; absent: every area")
          @Nullable String area,
      @QueryParam("asOf") @Parameter(description = "Day to answer for; absent: today in London")
          @Nullable LocalDate asOf,
      @BeanParam ListFilter part) {
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    int length = Paging.limit(part.limit);
    String query = Cursor.fingerprint("concentrations", by, area, day);
    Cursor from = Cursor.parse(part.cursor, query, 1);
    String after = from == null ? "" : from.values().get(0);
    List<MarketLine> rows =
        lines(required(by), area, day).stream()
            .filter(line -> place(line).compareTo(after) > 0)
            .limit(length + 1L)
            .toList();
    return paging.answer(Page.of(rows, length, line -> Cursor.after(query, place(line))));
  }

  private static String place(MarketLine line) {
    return Objects.toString(line.area(), "") + "|" + Objects.toString(line.category(), "");
  }

  private List<MarketLine> lines(ConcentrationMeasure by, @Nullable String area, LocalDate day) {
    Concentration.Bands bands = market.bands(day);
    Map<String, List<ConcentrationRepository.Row>> markets = new TreeMap<>();
    for (ConcentrationRepository.Row row : market.holdings(by, area, null, day)) {
      markets.computeIfAbsent(row.area() + "|" + row.category(), key -> new ArrayList<>()).add(row);
    }
    return markets.values().stream().map(rows -> line(rows, bands)).toList();
  }

  private static MarketLine line(
      List<ConcentrationRepository.Row> rows, Concentration.Bands bands) {
    Concentration result = Concentration.of(byOwner(rows), bands);
    String area = rows.get(0).area();
    String category = rows.get(0).category();
    return new MarketLine(
        area.isEmpty() ? null : area,
        category.isEmpty() ? null : category,
        result.hhi(),
        result.band(),
        result.total(),
        result.owners().size(),
        result.owners().stream().limit(3).toList(),
        result.owners().stream().mapToLong(owner -> owner.counted().size()).sum());
  }

  /** The concentration of every market for a spreadsheet. */
  @GET
  @Path("/markets")
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response marketsAsCsv(
      @QueryParam("by") @Nullable ConcentrationMeasure by,
      @QueryParam("area") @Nullable String area,
      @QueryParam("asOf") @Nullable LocalDate asOf) {
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    CsvTable table =
        new CsvTable("area", "category", "hhi", "band", "total", "owners", "largest", "counted");
    lines(required(by), area, day)
        .forEach(
            m ->
                table.line(
                    m.area(),
                    m.category(),
                    m.hhi(),
                    m.band(),
                    m.total(),
                    m.owners(),
                    m.largest().get(0).owner(),
                    m.counted()));
    return Response.ok(table.text()).build();
  }
}
