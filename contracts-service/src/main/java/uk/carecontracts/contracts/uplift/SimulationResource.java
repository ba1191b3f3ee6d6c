package uk.carecontracts.contracts.uplift;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.tenancy.Caller;

/** What inflation clauses would cost over all live contracts. */
@Path("/v1/uplift-simulations")
@Tag(name = "Uplifts")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SimulationResource {
  private static final int CSV_PAGE = 2000;

  private final SimulationDesk desk;
  private final ApprovalDesk approvals;
  private final SimulationRepository simulations;
  private final Preconditions preconditions;
  private final Paging paging;
  private final Caller caller;

  SimulationResource(
      SimulationDesk desk,
      ApprovalDesk approvals,
      SimulationRepository simulations,
      Preconditions preconditions,
      Paging paging,
      Caller caller) {
    this.desk = desk;
    this.approvals = approvals;
    this.simulations = simulations;
    this.preconditions = preconditions;
    this.paging = paging;
    this.caller = caller;
  }

  /**
   * Uplifts to approve.
   *
   * @param clause name of the clause, OWN for contracts' own
   * @param contractIds contracts, at most 1,000; all of the simulation when left out
   */
  public record ApprovalRequest(
      @NotBlank @Size(max = 100) String clause, @Size(max = 1000) List<@NotNull UUID> contractIds) {
    /** What is left out becomes empty. */
    public ApprovalRequest {
      contractIds = contractIds == null ? List.of() : List.copyOf(contractIds);
    }
  }

  /** What became of each contract. */
  public record Approvals(List<Approval> items) {}

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "simulateUplift",
      summary = "Try several uplift clauses on the authority's live contracts, side by side",
      description =
          "Tries each clause on every active contract that still runs on the effective day, frameworks,"
              + " dynamic markets and grants left out, and keeps the result: exposure under each"
              + " clause, and by contract.")
  @APIResponse(
      responseCode = "201",
      description = "The simulation with its totals; contracts are at …/contracts",
      content = @Content(schema = @Schema(implementation = SimulationState.class)))
  @APIResponse(
      responseCode = "422",
      description = "SIMULATION_INVALID, CLAUSE_BROKEN or INDEX_UNKNOWN, with reasons")
  public Response run(@NotNull @Valid SimulationRequest request) {
    SimulationState state = desk.run(caller.authority(), request);
    return preconditions.created(state, state.id(), state.version());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(operationId = "listUpliftSimulations", summary = "Simulations, newest first")
  @APIResponse(responseCode = "200", description = "A page of simulations")
  public RestResponse<Page<SimulationState>> list(@BeanParam ListFilter part) {
    caller.authority();
    return paging.page(
        Page.byId(
            Cursor.fingerprint("uplift-simulations"),
            part.cursor,
            part.limit,
            (before, most) -> simulations.page(before, most),
            row -> row.id()));
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getUpliftSimulation", summary = "Read a simulation with its totals")
  @APIResponse(
      responseCode = "200",
      description = "The simulation",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = SimulationState.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  public Response get(@PathParam("id") UUID id) {
    SimulationState state = desk.require(id);
    return preconditions.answer(state, Preconditions.etag(state.version()));
  }

  @GET
  @Path("/{id}/contracts")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "listUpliftExposure",
      summary = "What each clause gives for each contract; as CSV all of them")
  @APIResponse(responseCode = "200", description = "A page of contracts")
  public RestResponse<Page<ContractExposure>> contracts(
      @PathParam("id") UUID id, @BeanParam ListFilter part) {
    desk.require(id);
    return paging.page(
        Page.byId(
            Cursor.fingerprint("uplift-exposure", id),
            part.cursor,
            part.limit,
            (after, most) -> simulations.results(id, after, most),
            row -> row.contractId()));
  }

  @GET
  @Path("/{id}/contracts")
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response contractsAsCsv(@PathParam("id") UUID id) {
    desk.require(id);
    CsvTable table =
        new CsvTable(
            "contractId",
            "reference",
            "title",
            "serviceType",
            "annualValue",
            "derived",
            "clause",
            "upliftPercent",
            "newAnnualValue",
            "increase");
    UUID after = null;
    List<ContractExposure> page;
    do {
      page = simulations.results(id, after, CSV_PAGE);
      for (ContractExposure each : page) {
        after = each.contractId();
        each.results()
            .forEach(
                result ->
                    table.line(
                        each.contractId(),
                        each.reference(),
                        each.title(),
                        each.serviceType(),
                        each.annualValue(),
                        each.derived(),
                        result.clause(),
                        result.upliftPercent(),
                        result.newAnnualValue(),
                        result.increase()));
      }
    } while (page.size() == CSV_PAGE);
    return Response.ok(table.text(), CsvTable.MEDIA_TYPE)
        .header("Content-Disposition", "attachment; filename=\"uplift-exposure.csv\"")
        .build();
  }

  @POST
  @Path("/{id}/approvals")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "approveUplift",
      summary = "Propose a PRICE variation on each chosen contract",
      description =
          "Approves what a clause gives: each chosen contract gets a PRICE variation from the"
              + " simulation's day, which its parties then agree. A contract is uplifted once for one"
              + " day: approving again, or another simulation of the same day, changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "What became of each contract",
      content = @Content(schema = @Schema(implementation = Approvals.class)))
  @APIResponse(responseCode = "409", description = "Someone approves the same simulation now")
  @APIResponse(responseCode = "422", description = "The simulation has no such clause")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response approve(@PathParam("id") UUID id, @NotNull @Valid ApprovalRequest request) {
    List<Approval> outcome =
        approvals.approve(id, request.clause(), request.contractIds(), preconditions::requireMatch);
    return preconditions.changed(new Approvals(outcome), desk.require(id).version());
  }
}
