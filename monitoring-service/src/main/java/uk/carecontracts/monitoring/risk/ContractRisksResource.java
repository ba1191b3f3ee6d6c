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
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.spreadsheets.Csv;
import uk.carecontracts.monitoring.spreadsheets.CsvPageMapper;

/** Contract risk over HTTP, for officers only. */
@Path("/v1/risk/contracts")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Risk", description = "How closely contracts should be watched, and why")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class ContractRisksResource {
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
  private final ProviderReach reach;
  private final Preconditions preconditions;
  private final Paging paging;

  ContractRisksResource(
      RiskWatch watch,
      RiskStore store,
      ProviderReach reach,
      Preconditions preconditions,
      Paging paging) {
    this.watch = watch;
    this.store = store;
    this.reach = reach;
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

  @Schema(name = "ContractRiskPage")
  private record RiskPage(List<RiskSummary> items, @Nullable String next) {}

  /** One page, highest score first. */
  @GET
  @Operation(operationId = "listContractRisks", summary = "Contracts by risk, highest score first")
  @APIResponse(
      responseCode = "200",
      description = "A page of assessments",
      content = @Content(schema = @Schema(implementation = RiskPage.class)))
  public Response list(@BeanParam RiskFilter filter) {
    return paging.answer(page(filter));
  }

  /** The same page for a spreadsheet. */
  @GET
  @Produces(Csv.TYPE)
  @Operation(operationId = "listContractRisks", summary = "Contracts by risk, highest score first")
  @APIResponse(responseCode = "200", description = "A header line and a line for each contract")
  public Response export(@BeanParam RiskFilter filter) {
    return CsvPageMapper.answer(
        paging,
        HEADER,
        page(filter),
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

  private Page<RiskSummary> page(RiskFilter filter) {
    reach.requireOfficer();
    int length = Paging.limit(filter.limit);
    String query = filter.fingerprint();
    Cursor from = Cursor.parse(filter.cursor, query, 2);
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
  @Path("/{contractId}")
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
  @Path("/{contractId}/overrides")
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
  @Path("/{contractId}/reviews")
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
}
