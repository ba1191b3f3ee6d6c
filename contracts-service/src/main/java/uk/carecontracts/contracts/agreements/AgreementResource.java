package uk.carecontracts.contracts.agreements;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.placements.BlockUse;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/** What an agreement promises, and how far it is used. */
@Path("/v1/contracts/{contractId}/agreement")
@Tag(
    name = "Agreements",
    description = "Frameworks and dynamic markets with lots, blocks with volume, alliances")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgreementResource {
  private final AgreementDesk desk;
  private final CallOffRepository callOffs;
  private final BlockUse blockUse;
  private final Preconditions preconditions;
  private final Clock clock;

  AgreementResource(
      AgreementDesk desk,
      CallOffRepository callOffs,
      BlockUse blockUse,
      Preconditions preconditions,
      Clock clock) {
    this.desk = desk;
    this.callOffs = callOffs;
    this.blockUse = blockUse;
    this.preconditions = preconditions;
    this.clock = clock;
  }

  @PUT
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(
      operationId = "settleAgreement",
      summary = "Settle lots, routes, reserved volume or shares of a contract",
      description =
          "Settles what an agreement promises. The first time no If-Match is needed; a change of what"
              + " is held needs If-Match with the ETag you read.")
  @APIResponse(
      responseCode = "200",
      description = "The agreement",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = AgreementState.class)))
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(
      responseCode = "422",
      description = "NOT_AN_AGREEMENT or AGREEMENT_TERMS_INVALID with every reason")
  public Response settle(
      @PathParam("contractId") UUID contractId, @NotNull @Valid AgreementTerms terms) {
    desk.contract(contractId);
    Optional<Agreement> held = desk.find(contractId);
    AgreementState state =
        held.isPresent()
            ? desk.resettle(held.get(), preconditions::requireMatch, terms)
            : desk.settle(contractId, terms);
    return preconditions.changed(state, state.version());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(operationId = "getAgreement", summary = "Read what an agreement promises")
  @APIResponse(
      responseCode = "200",
      description = "The agreement",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = AgreementState.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  public Response get(@PathParam("contractId") UUID contractId) {
    AgreementState state = desk.require(contractId).state();
    return preconditions.answer(state, Preconditions.etag(state.version()));
  }

  @GET
  @Path("/report")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "reportCallOffs",
      summary = "What was called off against the ceilings, by lot and supplier")
  @APIResponse(
      responseCode = "200",
      description = "The agreement and each lot; also as CSV",
      content = @Content(schema = @Schema(implementation = AgreementReport.class)))
  public AgreementReport report(@PathParam("contractId") UUID contractId) {
    Agreement agreement = desk.require(contractId);
    ContractState framework = desk.contract(contractId);
    return AgreementReport.of(
        contractId,
        framework.reference(),
        framework.values().total(),
        agreement.terms(),
        callOffs.bySupplier(agreement.id()));
  }

  @GET
  @Path("/report")
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response reportAsCsv(@PathParam("contractId") UUID contractId) {
    CsvTable table =
        new CsvTable(
            "lot", "title", "lotCeiling", "supplier", "providerId", "callOffs", "calledOff");
    for (AgreementReport.LotUse lot : report(contractId).lots()) {
      lot.suppliers()
          .forEach(
              each ->
                  table.line(
                      lot.lotId(),
                      lot.title(),
                      lot.use().ceiling(),
                      each.name(),
                      each.providerId(),
                      each.callOffs(),
                      each.value()));
    }
    return Response.ok(table.text(), CsvTable.MEDIA_TYPE)
        .header("Content-Disposition", "attachment; filename=\"call-offs.csv\"")
        .build();
  }

  @GET
  @Path("/utilisation")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "reportBlockUtilisation",
      summary = "How much of a block's reserved volume its placements fill, month by month")
  @APIResponse(
      responseCode = "200",
      description = "Reserved and used place days, or hours",
      content = @Content(schema = @Schema(implementation = Utilisation.class)))
  @APIResponse(responseCode = "422", description = "The contract reserves no volume")
  public Utilisation utilisation(
      @PathParam("contractId") UUID contractId,
      @QueryParam("from") @Parameter(description = "First day; a year before to if absent")
          @Nullable LocalDate from,
      @QueryParam("to") @Parameter(description = "Last day; today if absent")
          @Nullable LocalDate to) {
    AgreementTerms.ReservedVolume volume = desk.require(contractId).terms().volume();
    if (volume == null) {
      throw new RuleViolation("NO_RESERVED_VOLUME", "The contract reserves no volume.");
    }
    LocalDate last = to == null ? LocalDate.now(clock) : to;
    LocalDate first = from == null ? last.minusYears(1).plusDays(1) : from;
    if (first.isAfter(last) || first.isBefore(last.minusYears(10))) {
      throw ProblemException.badRequest(
          "from", "from must not be after to, nor more than ten years before.");
    }
    return Utilisation.of(volume, blockUse.of(contractId, first, last));
  }

  @GET
  @Path("/risk-reward-split")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "splitRiskAndReward",
      summary = "What each partner of an alliance gets of a saving or bears of an overspend")
  @APIResponse(
      responseCode = "200",
      description = "Parts to the penny with every step; they total the outcome",
      content = @Content(schema = @Schema(implementation = RiskRewardSplit.class)))
  @APIResponse(responseCode = "422", description = "The contract has no agreed shares")
  public RiskRewardSplit split(
      @PathParam("contractId") UUID contractId,
      @QueryParam("targetCost") @Parameter(description = "Pounds agreed", required = true)
          @Nullable BigDecimal targetCost,
      @QueryParam("actualCost") @Parameter(description = "Pounds incurred", required = true)
          @Nullable BigDecimal actualCost) {
    AgreementTerms terms = desk.require(contractId).terms();
    if (targetCost == null || actualCost == null) {
      throw ProblemException.badRequest(
          targetCost == null ? "targetCost" : "actualCost", "Give targetCost and actualCost.");
    }
    if (terms.shares().isEmpty()) {
      throw new RuleViolation("NO_SHARES", "The contract has no agreed shares of risk and reward.");
    }
    return RiskRewardSplit.of(terms.shares(), Money.gbp(targetCost), Money.gbp(actualCost));
  }
}
