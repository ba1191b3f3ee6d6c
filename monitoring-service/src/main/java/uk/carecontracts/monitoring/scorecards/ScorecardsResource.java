package uk.carecontracts.monitoring.scorecards;

import static uk.carecontracts.monitoring.spreadsheets.Csv.line;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.plans.PlanState;
import uk.carecontracts.monitoring.scorecards.Scorecard.IndicatorLine;
import uk.carecontracts.monitoring.spreadsheets.Csv;
import uk.carecontracts.monitoring.spreadsheets.CsvPageMapper;

/** Scorecards over HTTP. */
@Path("/v1/scorecards")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Scorecards", description = "How contracts stand, with the arithmetic shown")
@APIResponse(responseCode = "400", description = "A parameter cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class ScorecardsResource {
  private static final List<String> LIST_HEADER =
      List.of(
          "contractId",
          "contractReference",
          "contractTitle",
          "provider",
          "rag",
          "points",
          "achievementPercent",
          "periodEnd");
  private static final List<String> CARD_HEADER =
      List.of(
          "outcome",
          "indicator",
          "title",
          "unit",
          "direction",
          "baseline",
          "target",
          "tolerance",
          "weight",
          "value",
          "rag",
          "rating",
          "achievementPercent",
          "trend",
          "explanation");

  private final Scorecards scorecards;
  private final ScorecardQueries queries;
  private final ProviderReach reach;
  private final Preconditions preconditions;
  private final Paging paging;

  ScorecardsResource(
      Scorecards scorecards,
      ScorecardQueries queries,
      ProviderReach reach,
      Preconditions preconditions,
      Paging paging) {
    this.scorecards = scorecards;
    this.queries = queries;
    this.reach = reach;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  @Schema(name = "ScorecardPage")
  private record ScorecardPage(List<ScorecardSummary> items, @Nullable String next) {}

  /** One page of contracts with their colour. */
  @GET
  @Operation(
      operationId = "listScorecards",
      summary = "Contracts with their latest colour, for a provider its own")
  @APIResponse(
      responseCode = "200",
      description = "A page of scorecards",
      content = @Content(schema = @Schema(implementation = ScorecardPage.class)))
  public Response list(@BeanParam ScorecardFilter filter) {
    return paging.answer(page(filter));
  }

  /** The same page for a spreadsheet. */
  @GET
  @Produces(Csv.TYPE)
  @Operation(
      operationId = "listScorecards",
      summary = "Contracts with their latest colour, for a provider its own")
  @APIResponse(responseCode = "200", description = "A header line and a line for each contract")
  public Response export(@BeanParam ScorecardFilter filter) {
    return CsvPageMapper.answer(
        paging,
        LIST_HEADER,
        page(filter),
        card ->
            line(
                card.contractId(),
                card.contractReference(),
                card.contractTitle(),
                card.providerName(),
                card.rag(),
                card.points(),
                card.achievementPercent(),
                card.periodEnd()));
  }

  private Page<ScorecardSummary> page(ScorecardFilter filter) {
    filter.providerId = reach.narrow(filter.providerId);
    return Page.byId(
        filter.fingerprint(),
        filter.cursor,
        filter.limit,
        (after, most) -> queries.page(filter, after, most),
        card -> card.contractId());
  }

  /** One scorecard. */
  @GET
  @Path("/{contractId}")
  @Operation(
      operationId = "getScorecard",
      summary = "A contract's scorecard: indicators, outcomes, trend, ratings, the arithmetic")
  @APIResponse(
      responseCode = "200",
      description = "The scorecard, with its ETag",
      content = @Content(schema = @Schema(implementation = Scorecard.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "404", description = "The contract has no monitoring plan")
  public Response get(
      @Parameter(description = "The contract") @PathParam("contractId") UUID contractId,
      @Parameter(description = "What to do with indicators that have no value")
          @QueryParam("missingValues")
          @DefaultValue("EXCLUDED")
          MissingValues missingValues,
      @Parameter(description = "Show the latest period that begins no later than this day")
          @QueryParam("asOf")
          @Nullable LocalDate asOf) {
    PlanState plan = plan(contractId);
    Scorecard card = scorecards.card(plan, missingValues, asOf);
    String mark = Integer.toHexString(card.toString().hashCode());
    return preconditions.answer(card, Preconditions.etag(plan.version(), mark));
  }

  /** One scorecard for a spreadsheet. */
  @GET
  @Path("/{contractId}")
  @Produces(Csv.TYPE)
  @Operation(
      operationId = "getScorecard",
      summary = "A contract's scorecard: indicators, outcomes, trend, ratings, the arithmetic")
  @APIResponse(responseCode = "200", description = "A header line and a line for each indicator")
  @APIResponse(responseCode = "404", description = "The contract has no monitoring plan")
  public Response exportOne(
      @Parameter(description = "The contract") @PathParam("contractId") UUID contractId,
      @QueryParam("missingValues") @DefaultValue("EXCLUDED") MissingValues missingValues,
      @QueryParam("asOf") @Nullable LocalDate asOf) {
    Scorecard card = scorecards.card(plan(contractId), missingValues, asOf);
    List<IndicatorRow> rows =
        card.outcomes().stream()
            .flatMap(
                outcome ->
                    outcome.indicators().stream()
                        .map(indicator -> new IndicatorRow(outcome.title(), indicator)))
            .toList();
    return Response.ok(Csv.of(CARD_HEADER, rows, IndicatorRow::cells))
        .type(CsvTable.MEDIA_TYPE)
        .build();
  }

  private PlanState plan(UUID contractId) {
    PlanState plan = scorecards.plan(contractId);
    reach.requireParty(plan.providerId());
    return plan;
  }

  private record IndicatorRow(String outcome, IndicatorLine line) {
    List<@Nullable Object> cells() {
      return Csv.line(
          outcome,
          line.code(),
          line.title(),
          line.unit(),
          line.direction(),
          line.baseline(),
          line.target(),
          line.tolerance(),
          line.weight(),
          line.value(),
          line.rag(),
          line.rating(),
          line.achievementPercent(),
          line.trend(),
          line.explanation());
    }
  }
}
