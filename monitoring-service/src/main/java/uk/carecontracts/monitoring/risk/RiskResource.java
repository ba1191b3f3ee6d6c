package uk.carecontracts.monitoring.risk;

import static uk.carecontracts.monitoring.spreadsheets.Csv.line;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
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
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.documents.ListFilter;
import uk.carecontracts.monitoring.spreadsheets.Csv;
import uk.carecontracts.monitoring.spreadsheets.CsvPageMapper;

/** Contract risk over HTTP, for officers only. */
@Path("/v1/risk")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Risk", description = "How closely contracts should be watched, and why")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class RiskResource {
  private static final List<String> HEADER =
      List.of(
          "contractId",
          "contractReference",
          "contractTitle",
          "provider",
          "score",
          "tier",
          "flagged",
          "frequencyMonths",
          "reasons",
          "assessedAt");

  private final RiskWatch watch;
  private final RiskStore store;
  private final WhatIf whatIf;
  private final WeightsAdoption adoption;
  private final Standings standings;
  private final ProviderReach reach;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;

  RiskResource(
      RiskWatch watch,
      RiskStore store,
      WhatIf whatIf,
      WeightsAdoption adoption,
      Standings standings,
      ProviderReach reach,
      Caller caller,
      Preconditions preconditions,
      Paging paging) {
    this.watch = watch;
    this.store = store;
    this.whatIf = whatIf;
    this.adoption = adoption;
    this.standings = standings;
    this.reach = reach;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  /**
   * A decision to watch a contract more or less closely.
   *
   * @param tier the tier instead
   * @param reason why
   * @param expires last day it holds
   */
  @Schema(name = "TierOverrideRequest")
  public record OverrideRequest(
      @NotNull RiskTier tier,
      @NotBlank @Size(max = 2000) String reason,
      @NotNull LocalDate expires) {}

  /**
   * A review of a contract.
   *
   * @param reviewedOn the day
   * @param summary what came out
   */
  @Schema(name = "ContractReview")
  public record ReviewRequest(
      @NotNull LocalDate reviewedOn, @NotBlank @Size(max = 10_000) String summary) {}

  @Schema(name = "RiskWeightsList")
  private record WeightsList(List<AdoptedWeights> items) {}

  @Schema(name = "FinancialStandingPage")
  private record StandingPage(List<StandingAssessment> items, @Nullable String next) {}

  @Schema(name = "ContractRiskPage")
  private record RiskPage(List<RiskSummary> items, @Nullable String next) {}

  /** One page, highest score first. */
  @GET
  @Path("/contracts")
  @Operation(operationId = "listContractRisks", summary = "Contracts by risk, highest score first")
  @APIResponse(
      responseCode = "200",
      description = "A page of assessments",
      content = @Content(schema = @Schema(implementation = RiskPage.class)))
  public Response list(
      @BeanParam RiskFilter filter,
      @Parameter(description = "Length of the page, 1 to 500; 50 when left out")
          @QueryParam("limit")
          @Nullable Integer limit,
      @Parameter(description = "Where to go on: next of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    return paging.answer(page(filter, limit, cursor));
  }

  /** The same page for a spreadsheet. */
  @GET
  @Path("/contracts")
  @Produces(Csv.TYPE)
  @Operation(operationId = "listContractRisks", summary = "Contracts by risk, highest score first")
  @APIResponse(responseCode = "200", description = "A header line and a line for each contract")
  public Response export(
      @BeanParam RiskFilter filter,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return CsvPageMapper.answer(
        paging,
        HEADER,
        page(filter, limit, cursor),
        risk ->
            line(
                risk.contractId(),
                risk.contractReference(),
                risk.contractTitle(),
                risk.providerName(),
                risk.score(),
                risk.tier(),
                risk.flagged(),
                risk.frequencyMonths(),
                String.join("; ", risk.reasons()),
                risk.assessedAt()));
  }

  private Page<RiskSummary> page(
      RiskFilter filter, @Nullable Integer limit, @Nullable String cursor) {
    reach.requireOfficer();
    int length = Paging.limit(limit);
    String query = filter.fingerprint();
    Cursor from = Cursor.parse(cursor, query, 2);
    BigDecimal score = from == null ? null : from.decimal(0);
    UUID id = from == null ? null : from.id(1);
    return Page.of(
            store.page(filter, score, id, length + 1),
            length,
            row -> Cursor.after(query, row.risk().score(), row.risk().contractId()))
        .map(RiskSummary::of);
  }

  /** One assessment. */
  @GET
  @Path("/contracts/{contractId}")
  @Operation(
      operationId = "getContractRisk",
      summary = "A contract's risk with every factor explained")
  @APIResponse(
      responseCode = "200",
      description = "The assessment, with its ETag",
      content = @Content(schema = @Schema(implementation = AssessedRisk.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "404", description = "The contract has not been assessed")
  public Response get(
      @Parameter(description = "The contract") @PathParam("contractId") UUID contractId) {
    reach.requireOfficer();
    AssessedRisk risk = watch.get(contractId);
    return preconditions.answer(risk, Preconditions.etag(risk.version()));
  }

  /** Overrides a tier. */
  @POST
  @Path("/contracts/{contractId}/overrides")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "overrideRiskTier",
      summary = "Set another tier with a reason and a last day")
  @APIResponse(
      responseCode = "200",
      description = "The assessment with the override",
      content = @Content(schema = @Schema(implementation = AssessedRisk.class)))
  @APIResponse(responseCode = "404", description = "There is no such contract")
  @APIResponse(responseCode = "422", description = "The last day has passed")
  public Response override(
      @Parameter(description = "The contract") @PathParam("contractId") UUID contractId,
      @NotNull @Valid OverrideRequest override) {
    AssessedRisk risk =
        watch.override(contractId, override.tier(), override.reason(), override.expires());
    return preconditions.changed(risk, risk.version());
  }

  /** Records a review. */
  @POST
  @Path("/contracts/{contractId}/reviews")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "recordContractReview",
      summary = "Record that a contract was reviewed; lifts the mark of a rating that fell before")
  @APIResponse(
      responseCode = "200",
      description = "The assessment after the review",
      content = @Content(schema = @Schema(implementation = AssessedRisk.class)))
  @APIResponse(responseCode = "404", description = "There is no such contract")
  @APIResponse(responseCode = "422", description = "The day lies in the future")
  public Response review(
      @Parameter(description = "The contract") @PathParam("contractId") UUID contractId,
      @NotNull @Valid ReviewRequest review) {
    AssessedRisk risk = watch.review(contractId, review.reviewedOn(), review.summary());
    return preconditions.changed(risk, risk.version());
  }

  /** The weights the authority can see. */
  @GET
  @Path("/weights")
  @Operation(
      operationId = "listRiskWeights",
      summary = "The shared starting weights and those the authority adopted, as dated versions")
  @APIResponse(
      responseCode = "200",
      description = "Every set, oldest first",
      content = @Content(schema = @Schema(implementation = WeightsList.class)))
  public Object weights() {
    reach.requireOfficer();
    return new WeightsList(adoption.all());
  }

  /** Adopts weights. */
  @POST
  @Path("/weights")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "adoptRiskWeights",
      summary =
          "Adopt weights from a day, having seen by what-if how many contracts change tier; those"
              + " that hold from today assess every contract again at once")
  @APIResponse(
      responseCode = "201",
      description = "The weights and the contracts they move",
      content = @Content(schema = @Schema(implementation = WeightsAdoption.Adopted.class)))
  @APIResponse(
      responseCode = "409",
      description = "Another number of contracts would move than the what-if said")
  @APIResponse(
      responseCode = "422",
      description = "The weights do not total 100, or would hold from a day that has passed")
  public Response adopt(@NotNull @Valid WeightsAdoption.Adoption wanted) {
    return Response.status(Response.Status.CREATED).entity(adoption.adopt(wanted)).build();
  }

  /** Views of a provider's finances. */
  @GET
  @Path("/providers/{providerId}/financial-standings")
  @Operation(
      operationId = "listFinancialStandings",
      summary = "Recorded views of a provider's finances, oldest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of views",
      content = @Content(schema = @Schema(implementation = StandingPage.class)))
  public Response standings(
      @Parameter(description = "The provider") @PathParam("providerId") UUID providerId,
      @BeanParam ListFilter filter) {
    reach.requireOfficer();
    return paging.answer(standings.page(providerId, filter));
  }

  /** Records a view of a provider's finances. */
  @POST
  @Path("/providers/{providerId}/financial-standings")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "recordFinancialStanding",
      summary =
          "Record a view of a provider's finances; the latest one that is fresh enough counts")
  @APIResponse(
      responseCode = "201",
      description = "The view",
      content = @Content(schema = @Schema(implementation = StandingAssessment.class)))
  @APIResponse(responseCode = "422", description = "The day lies in the future")
  public Response recordStanding(
      @Parameter(description = "The provider") @PathParam("providerId") UUID providerId,
      @NotNull @Valid Standings.Request request) {
    StandingAssessment recorded = standings.record(providerId, request);
    return Response.status(Response.Status.CREATED).entity(recorded).build();
  }

  /** Tries other weights. */
  @POST
  @Path("/what-if")
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "tryRiskWeights",
      summary = "Which contracts would move tier under other weights; nothing is changed")
  @APIResponse(
      responseCode = "200",
      description = "The contracts whose tier would change",
      content = @Content(schema = @Schema(implementation = WhatIf.Answer.class)))
  @APIResponse(responseCode = "422", description = "The weights do not total 100")
  public WhatIf.Answer whatIf(@NotNull @Valid WhatIf.Question question) {
    return whatIf.ask(caller.authority(), question);
  }
}
