package uk.carecontracts.contracts.funding;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.spend.FinancialYear;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.tenancy.Caller;

/** Funds that several partners fill, and what is committed by stream and year. */
@Path("/v1/funds")
@Tag(name = "Funding")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FundResource {
  private final FundingDesk desk;
  private final FundRepository funds;
  private final Commitments commitments;
  private final Preconditions preconditions;
  private final Paging paging;
  private final Caller caller;
  private final Clock clock;

  FundResource(
      FundingDesk desk,
      FundRepository funds,
      Commitments commitments,
      Preconditions preconditions,
      Paging paging,
      Caller caller,
      Clock clock) {
    this.desk = desk;
    this.funds = funds;
    this.commitments = commitments;
    this.preconditions = preconditions;
    this.paging = paging;
    this.caller = caller;
    this.clock = clock;
  }

  private FinancialYear year(@Nullable String label) {
    return label == null
        ? FinancialYear.of(LocalDate.now(clock))
        : FinancialYear.parse("year", label);
  }

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(operationId = "openFund", summary = "Enter a fund and the partners who fill it")
  @APIResponse(
      responseCode = "201",
      description = "The fund",
      headers = {@Header(name = "Location"), @Header(name = "ETag")},
      content = @Content(schema = @Schema(implementation = FundView.class)))
  @APIResponse(responseCode = "409", description = "Another fund has the name")
  @APIResponse(responseCode = "422", description = "FUND_CONTRADICTS")
  public Response open(@NotNull @Valid FundRequest request) {
    FundView view = desk.open(caller.authority(), request);
    return preconditions.created(view, view.id(), view.version());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(operationId = "listFunds", summary = "The authority's funds, newest first")
  @APIResponse(responseCode = "200", description = "A page of funds")
  public RestResponse<Page<FundView>> list(@BeanParam ListFilter part) {
    return paging.page(
        Page.byId(
            Cursor.fingerprint("funds"),
            part.cursor,
            part.limit,
            (before, most) ->
                funds.list(caller.authority(), before, most).stream().map(Fund::view).toList(),
            view -> view.id()));
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getFund", summary = "A fund and what its partners pay in")
  @APIResponse(
      responseCode = "200",
      description = "The fund",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = FundView.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  @APIResponse(responseCode = "404", description = "There is no such fund")
  public Response get(@PathParam("id") UUID id) {
    FundView view = desk.fund(id).view();
    return preconditions.answer(view, Preconditions.etag(view.version()));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(operationId = "amendFund", summary = "Replace what a fund says")
  @APIResponse(
      responseCode = "200",
      description = "The fund",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = FundView.class)))
  @APIResponse(responseCode = "404", description = "There is no such fund")
  @APIResponse(responseCode = "422", description = "FUND_CONTRADICTS")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response amend(@PathParam("id") UUID id, @NotNull @Valid FundRequest request) {
    FundView view = desk.amend(id, preconditions::requireMatch, request);
    return preconditions.changed(view, view.version());
  }

  @POST
  @Path("/{id}/contributions")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "agreeContribution",
      summary = "Agree what a partner pays in for a financial year; again replaces it")
  @APIResponse(
      responseCode = "200",
      description = "The fund with its contributions",
      content = @Content(schema = @Schema(implementation = FundView.class)))
  @APIResponse(responseCode = "404", description = "There is no such fund")
  @APIResponse(responseCode = "422", description = "FUND_CONTRADICTS: it is no partner of the fund")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response contribute(@PathParam("id") UUID id, @NotNull @Valid Contribution contribution) {
    FundView view = desk.contribute(id, preconditions::requireMatch, contribution);
    return preconditions.changed(view, view.version());
  }

  @GET
  @Path("/{id}/position")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getFundPosition",
      summary = "What is paid into a fund in a year, and what contracts commit of it")
  @APIResponse(
      responseCode = "200",
      description = "The position",
      content = @Content(schema = @Schema(implementation = FundPosition.class)))
  @APIResponse(responseCode = "404", description = "There is no such fund")
  public FundPosition position(
      @PathParam("id") UUID id,
      @QueryParam("year") @Parameter(description = "Financial year such as 2026-27; else this one")
          @Nullable String year) {
    return commitments.position(caller.authority(), desk.fund(id), year(year));
  }

  @GET
  @Path("/commitments")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "reportCommitments",
      summary = "What is committed and spent in a financial year, by funding stream",
      description =
          "Each contract's total is spread evenly over the days of its term; frameworks are never"
              + " counted. As a spreadsheet with Accept: text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "The year by stream, and what no funding is stated for",
      content = @Content(schema = @Schema(implementation = CommitmentReport.class)))
  public CommitmentReport report(
      @QueryParam("year") @Parameter(description = "Financial year such as 2026-27; else this one")
          @Nullable String year) {
    return commitments.report(caller.authority(), year(year));
  }

  @GET
  @Path("/commitments")
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response reportAsCsv(@QueryParam("year") @Nullable String year) {
    CommitmentReport report = commitments.report(caller.authority(), year(year));
    CsvTable table =
        new CsvTable("year", "stream", "fund", "contracts", "committed", "spent", "currency");
    report
        .streams()
        .forEach(
            line ->
                table.line(
                    report.year(),
                    line.kind(),
                    line.fund(),
                    line.contracts(),
                    line.committed(),
                    line.spent(),
                    line.committed().currency()));
    table.line(
        report.year(),
        "NOT_FUNDED",
        null,
        null,
        report.notFunded(),
        report.spentNotFunded(),
        "GBP");
    return Response.ok(table.text(), CsvTable.MEDIA_TYPE)
        .header("Content-Disposition", "attachment; filename=\"commitments.csv\"")
        .build();
  }
}
