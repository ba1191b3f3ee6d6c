package uk.carecontracts.providers.market;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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
  private final Clock clock;

  ConcentrationResource(ConcentrationRepository market, Clock clock) {
    this.market = market;
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
   * @param result index, band and every owner with what was counted
   */
  @Schema(name = "MarketConcentration")
  public record Answer(
      ConcentrationMeasure measure,
      LocalDate asOf,
      @Nullable String area,
      @Nullable CareType careType,
      @Nullable String serviceType,
      Concentration result) {}

  /** Works out a concentration. */
  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getMarketConcentration",
      summary = "Herfindahl-Hirschman index of a market, by ultimate owner",
      description =
          "VALUE counts your authority's contracts that ran on the day, by annual value of the lead"
              + " supplier, never frameworks. BEDS and HOMES count open care homes; beds are those"
              + " known now.")
  @APIResponse(
      responseCode = "200",
      description = "Index, band, every owner and what was counted",
      content = @Content(schema = @Schema(implementation = Answer.class)))
  @APIResponse(
      responseCode = "400",
      description = "by is missing or a parameter cannot be read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Answer concentration(
      @QueryParam("by") @Parameter(description = "VALUE, BEDS or HOMES", required = true)
          @Nullable ConcentrationMeasure by,
      @QueryParam("area") @Parameter(description = "GSS code of the area; absent: every area")
          @Nullable String area,
      @QueryParam("careType") @Parameter(description = "Kind of care home, for BEDS and HOMES")
          @Nullable CareType careType,
      @QueryParam("serviceType") @Parameter(description = "Code of the service, for VALUE")
          @Nullable String serviceType,
      @QueryParam("asOf") @Parameter(description = "Day to answer for; absent: today in London")
          @Nullable LocalDate asOf) {
    if (by == null) {
      throw ProblemException.badRequest("by", "Name the measure: VALUE, BEDS or HOMES.");
    }
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    List<Concentration.Holding> holdings =
        by == ConcentrationMeasure.VALUE
            ? market.value(area, serviceType, day)
            : market.homes(by == ConcentrationMeasure.BEDS, area, careType, day);
    return new Answer(by, day, area, careType, serviceType, Concentration.of(holdings));
  }
}
