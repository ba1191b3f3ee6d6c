package uk.carecontracts.monitoring.dataquality;

import static uk.carecontracts.monitoring.spreadsheets.Csv.line;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.contracts.KnownContract;
import uk.carecontracts.monitoring.contracts.KnownContracts;
import uk.carecontracts.monitoring.spreadsheets.Csv;

/** Data quality and the burden of collecting over HTTP. */
@Path("/v1/data-quality")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Data quality", description = "How good returns are, and what they cost to collect")
@APIResponse(responseCode = "400", description = "A parameter cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class DataQualityResource {
  private static final List<String> HEADER =
      List.of("indicator", "title", "contracts", "answers", "misses", "minutes", "usedBy");

  private final DataQuality quality;
  private final Burden burden;
  private final KnownContracts contracts;
  private final ProviderReach reach;
  private final Paging paging;

  DataQualityResource(
      DataQuality quality,
      Burden burden,
      KnownContracts contracts,
      ProviderReach reach,
      Paging paging) {
    this.quality = quality;
    this.burden = burden;
    this.contracts = contracts;
    this.reach = reach;
    this.paging = paging;
  }

  @Schema(name = "ContractDataQualityPage")
  private record QualityPage(List<ContractQuality> items, @Nullable String next) {}

  @Schema(name = "ReturnDataQualityList")
  private record ReturnList(List<ReturnQuality> items) {}

  /** One page of contracts. */
  @GET
  @Path("/contracts")
  @Operation(
      operationId = "listDataQuality",
      summary = "How good the returns of each contract are; for a provider its own")
  @APIResponse(
      responseCode = "200",
      description = "A page of contracts",
      content = @Content(schema = @Schema(implementation = QualityPage.class)))
  public Response list(
      @Parameter(description = "Only this contract") @QueryParam("contractId")
          @Nullable UUID contractId,
      @Parameter(description = "Only contracts of this provider") @QueryParam("providerId")
          @Nullable UUID providerId,
      @BeanParam ListFilter filter) {
    UUID provider = reach.narrow(providerId);
    return paging.answer(
        Page.byId(
            Cursor.fingerprint("data-quality", contractId, provider),
            filter.cursor,
            filter.limit,
            (after, most) -> quality.contracts(contractId, provider, after, most),
            each -> each.contractId()));
  }

  /** The returns of a contract. */
  @GET
  @Path("/contracts/{contractId}/returns")
  @Operation(
      operationId = "listReturnQuality",
      summary = "How good each return of a contract is, oldest first")
  @APIResponse(
      responseCode = "200",
      description = "Every return that was due or came",
      content = @Content(schema = @Schema(implementation = ReturnList.class)))
  @APIResponse(responseCode = "404", description = "There is no such contract")
  public Object returns(
      @Parameter(description = "The contract") @PathParam("contractId") UUID contractId) {
    KnownContract contract =
        contracts
            .find(contractId)
            .orElseThrow(() -> ProblemException.notFound("contract", contractId));
    reach.requireParty(contract.providerId());
    return new ReturnList(quality.returns(contractId));
  }

  /** What collecting costs. */
  @GET
  @Path("/burden")
  @Operation(
      operationId = "reportOnBurden",
      summary = "What collecting costs, what is asked twice, and which questions to stop asking")
  @APIResponse(
      responseCode = "200",
      description = "The report",
      content = @Content(schema = @Schema(implementation = BurdenReport.class)))
  public BurdenReport report() {
    reach.requireOfficer();
    return burden.report();
  }

  /** The questions for a spreadsheet. */
  @GET
  @Path("/burden")
  @Produces(Csv.TYPE)
  @Operation(
      operationId = "reportOnBurden",
      summary = "What collecting costs, what is asked twice, and which questions to stop asking")
  @APIResponse(responseCode = "200", description = "A header line and a line for each question")
  public Response export() {
    reach.requireOfficer();
    String csv =
        Csv.of(
            HEADER,
            burden.report().questions(),
            q ->
                line(
                    q.indicator(),
                    q.title(),
                    q.contracts(),
                    q.answers(),
                    q.misses(),
                    q.minutes(),
                    q.usedBy()));
    return Response.ok(csv).type(CsvTable.MEDIA_TYPE).build();
  }
}
