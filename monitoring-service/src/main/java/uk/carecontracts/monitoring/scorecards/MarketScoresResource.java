package uk.carecontracts.monitoring.scorecards;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.plans.PlanState;

/** Scorecards above one contract, and what they say over a year and after changes. */
@Path("/v1/scorecards")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Scorecards", description = "How contracts stand, with the arithmetic shown")
@APIResponse(responseCode = "400", description = "A parameter cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class MarketScoresResource {
  private final MarketScores scores;
  private final Scorecards scorecards;
  private final ProviderReach reach;
  private final Clock clock;

  MarketScoresResource(
      MarketScores scores, Scorecards scorecards, ProviderReach reach, Clock clock) {
    this.scores = scores;
    this.scorecards = scorecards;
    this.reach = reach;
    this.clock = clock;
  }

  @Schema(name = "ChangeEffectList")
  private record ChangeList(List<ChangeEffect> items) {}

  /** The market. */
  @GET
  @Path("/market")
  @Operation(
      operationId = "getMarketScore",
      summary = "How a market stands: contracts to providers to the whole, with the arithmetic")
  @APIResponse(
      responseCode = "200",
      description = "The market's colour and what makes it, for a provider its own part",
      content = @Content(schema = @Schema(implementation = MarketScore.class)))
  public Response market(
      @Parameter(description = "Only contracts of this service type") @QueryParam("serviceType")
          @Nullable String serviceType,
      @Parameter(description = "Only contracts in this area") @QueryParam("area")
          @Nullable String area,
      @Parameter(description = "Only contracts of this provider") @QueryParam("providerId")
          @Nullable UUID providerId) {
    return Response.ok(scores.market(serviceType, area, reach.narrow(providerId))).build();
  }

  /** What changes of terms did. */
  @GET
  @Path("/{contractId}/changes-of-terms")
  @Operation(
      operationId = "listChangesOfTerms",
      summary = "Changes of a contract's price and term with what became of its quality",
      description = "Where it fell there is an alert of the kind QUALITY_AFTER_CHANGE as well.")
  @APIResponse(
      responseCode = "200",
      description = "The changes, oldest first",
      content = @Content(schema = @Schema(implementation = ChangeList.class)))
  @APIResponse(responseCode = "404", description = "The contract has no monitoring plan")
  public Response changes(
      @Parameter(description = "The contract") @PathParam("contractId") UUID contractId) {
    PlanState plan = scorecards.plan(contractId);
    reach.requireParty(plan.providerId());
    Scorecard card = scorecards.card(plan, MissingValues.EXCLUDED, null);
    return Response.ok(new ChangeList(scores.effects(card))).build();
  }

  /** The year's ratings. */
  @GET
  @Path("/{contractId}/kpi-ratings")
  @Operation(
      operationId = "getKpiRatings",
      summary = "A contract's indicators over a financial year in the published words")
  @APIResponse(
      responseCode = "200",
      description = "The ratings, and whether the regime asks for their publication",
      content = @Content(schema = @Schema(implementation = KpiRatings.class)))
  @APIResponse(responseCode = "404", description = "The contract has no monitoring plan")
  public Response ratings(
      @Parameter(description = "The contract") @PathParam("contractId") UUID contractId,
      @Parameter(
              description =
                  "Year in which the financial year begins; the last full one's if left out")
          @QueryParam("year")
          @Nullable Integer year) {
    PlanState plan = scorecards.plan(contractId);
    reach.requireParty(plan.providerId());
    if (year != null && (year < 2000 || year > 2100)) {
      throw ProblemException.badRequest("year", "A year is from 2000 to 2100.");
    }
    return Response.ok(scores.ratings(plan, year == null ? lastFullYear() : year)).build();
  }

  private int lastFullYear() {
    LocalDate today = LocalDate.now(clock);
    boolean begun = !today.isBefore(LocalDate.of(today.getYear(), Month.APRIL, 1));
    return today.getYear() - (begun ? 1 : 2);
  }
}
