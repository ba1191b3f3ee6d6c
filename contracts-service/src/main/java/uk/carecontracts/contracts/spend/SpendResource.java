package uk.carecontracts.contracts.spend;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Payments and what they say about contracts. */
@Path("/v1/spend")
@Tag(name = "Spend", description = "Payments matched to contracts, and reports on them")
@SecurityRequirement(name = "bearer")
@Blocking
@APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "The token is for no authority")
public class SpendResource {
  private static final String CSV = "text/csv";

  private final SpendLineSearch lines;
  private final SpendReports reports;
  private final Paging paging;
  private final Caller caller;
  private final Clock clock;

  SpendResource(
      SpendLineSearch lines, SpendReports reports, Paging paging, Caller caller, Clock clock) {
    this.lines = lines;
    this.reports = reports;
    this.paging = paging;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("/lines")
  @Authenticated
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listSpendLines",
      summary = "Search the authority's payment lines, latest first; as CSV all that match")
  @APIResponse(responseCode = "200", description = "A page of payment lines")
  public RestResponse<Page<SpendViews.Line>> lines(
      @BeanParam SpendFilter filter, @BeanParam ListFilter part) {
    int length = Paging.limit(part.limit);
    String query = filter.fingerprint();
    List<SpendViews.Line> rows =
        lines.search(caller.authority(), filter, Cursor.parse(part.cursor, query, 2), length + 1);
    return paging.page(
        Page.of(rows, length, line -> Cursor.after(query, line.paidOn(), line.id())));
  }

  @GET
  @Path("/lines")
  @Authenticated
  @Produces(CSV)
  @Operation(hidden = true)
  public Response linesAsCsv(@BeanParam SpendFilter filter) {
    String authority = caller.authority();
    filter.conditions(authority);
    return sheet(
        "spend-lines",
        SpendSheets.LINES,
        after ->
            lines.search(
                authority,
                filter,
                after == null ? null : Cursor.after("", after.paidOn(), after.id()),
                SpendSheets.PAGE));
  }

  @GET
  @Path("/contracts")
  @Authenticated
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reportSpendByContract",
      summary = "Committed against actual per contract in a financial year",
      description =
          "The commitment is the contract's total spread over the days of its term, or its annual"
              + " value where it has no total. Frameworks and dynamic markets commit nothing.")
  @APIResponse(responseCode = "200", description = "A page of contracts; as CSV all of them")
  public RestResponse<Page<SpendViews.ContractYear>> contracts(
      @QueryParam("financialYear")
          @Parameter(description = "Such as 2024-25; the present one if left out")
          @Nullable String financialYear,
      @BeanParam ListFilter part) {
    FinancialYear year = year(financialYear);
    int length = Paging.limit(part.limit);
    String query = Cursor.fingerprint("spend-contracts", year);
    List<SpendViews.ContractYear> rows =
        reports.contracts(
            caller.authority(), year, Cursor.parse(part.cursor, query, 2), length + 1);
    return paging.page(
        Page.of(rows, length, row -> Cursor.after(query, row.reference(), row.contractId())));
  }

  @GET
  @Path("/contracts")
  @Authenticated
  @Produces(CSV)
  @Operation(hidden = true)
  public Response contractsAsCsv(@QueryParam("financialYear") @Nullable String financialYear) {
    FinancialYear year = year(financialYear);
    String authority = caller.authority();
    return sheet(
        "spend-by-contract-" + year.label(),
        SpendSheets.CONTRACTS,
        after ->
            reports.contracts(
                authority,
                year,
                after == null ? null : Cursor.after("", after.reference(), after.contractId()),
                SpendSheets.PAGE));
  }

  @GET
  @Path("/contracts/{contractId}")
  @Authenticated
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getContractSpend",
      summary = "What was paid under a contract, year by year and month by month")
  @APIResponse(
      responseCode = "200",
      description = "Its years, the latest first",
      content = @Content(schema = @Schema(implementation = SpendViews.ContractAccount.class)))
  @APIResponse(responseCode = "404", description = "Nothing was paid under such a contract")
  public SpendViews.ContractAccount contract(
      @PathParam("contractId") @Parameter(description = "Identity of the contract")
          UUID contractId) {
    List<SpendViews.Year> years = reports.years(contractId);
    if (years.isEmpty()) {
      throw ProblemException.notFound("payment under contract", contractId);
    }
    return new SpendViews.ContractAccount(contractId, years);
  }

  @GET
  @Path("/off-contract")
  @Authenticated
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reportOffContractSpend",
      summary = "Suppliers paid above the threshold in a financial year without a contract",
      description =
          "The threshold is that of the Transparency Code on the last day of the year, £5,000 since"
              + " 2015. Credits count against payments; numbers of the ledger with one provider record,"
              + " or one name and none, count together.")
  @APIResponse(
      responseCode = "200",
      description = "A page of suppliers, the most paid first; as CSV all of them",
      content = @Content(schema = @Schema(implementation = SpendViews.OffContract.class)))
  public SpendViews.OffContract offContract(
      @QueryParam("financialYear")
          @Parameter(description = "Such as 2024-25; the present one if left out")
          @Nullable String financialYear,
      @QueryParam("threshold") @Parameter(description = "Another threshold, in pounds")
          @Nullable BigDecimal threshold,
      @QueryParam("proclass") @Parameter(description = "ProClass code or its beginning")
          @Nullable String proclass,
      @BeanParam ListFilter part) {
    FinancialYear year = year(financialYear);
    SpendRules.Rule rule = reports.offContractThreshold(year);
    BigDecimal above = threshold == null ? rule.value() : threshold;
    int length = Paging.limit(part.limit);
    String query = Cursor.fingerprint("off-contract", year, above, proclass);
    Page<SpendViews.OffContractSupplier> page =
        Page.of(
            reports.offContract(
                caller.authority(),
                year,
                above,
                proclass,
                Cursor.parse(part.cursor, query, 2),
                length + 1),
            length,
            row -> Cursor.after(query, row.total().amount(), row.supplierId()));
    return new SpendViews.OffContract(
        year.label(),
        Money.gbp(above),
        threshold == null ? rule.source() : "Given by the caller",
        page.items(),
        page.next());
  }

  @GET
  @Path("/off-contract")
  @Authenticated
  @Produces(CSV)
  @Operation(hidden = true)
  public Response offContractAsCsv(
      @QueryParam("financialYear") @Nullable String financialYear,
      @QueryParam("threshold") @Nullable BigDecimal threshold,
      @QueryParam("proclass") @Nullable String proclass) {
    FinancialYear year = year(financialYear);
    String authority = caller.authority();
    BigDecimal above =
        threshold == null
            ? QuarkusTransaction.requiringNew()
                .call(() -> reports.offContractThreshold(year).value())
            : threshold;
    return sheet(
        "off-contract-" + year.label(),
        SpendSheets.OFF_CONTRACT,
        after ->
            reports.offContract(
                authority,
                year,
                above,
                proclass,
                after == null ? null : Cursor.after("", after.total().amount(), after.supplierId()),
                SpendSheets.PAGE));
  }

  @GET
  @Path("/matched-share")
  @Authenticated
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reportMatchedShare",
      summary = "How much of a financial year's spending is matched, by number and by value")
  @APIResponse(
      responseCode = "200",
      description = "Lines and net values by status and by reason",
      content = @Content(schema = @Schema(implementation = SpendViews.MatchedShare.class)))
  public SpendViews.MatchedShare matchedShare(
      @QueryParam("financialYear")
          @Parameter(description = "Such as 2024-25; the present one if left out")
          @Nullable String financialYear,
      @QueryParam("proclass") @Parameter(description = "ProClass code or its beginning")
          @Nullable String proclass) {
    return reports.matchedShare(caller.authority(), year(financialYear), proclass);
  }

  private FinancialYear year(@Nullable String label) {
    return SpendReports.year(label, LocalDate.now(clock));
  }

  /** Streams a list: each page is read in a transaction of its own, with the caller's reach. */
  private <T> Response sheet(
      String name, SpendSheets.Sheet<T> sheet, Function<@Nullable T, List<T>> pages) {
    Acting reader = Acting.forAuthority(caller.authority(), caller.subject());
    StreamingOutput stream =
        out -> sheet.write(out, after -> read(reader, () -> pages.apply(after)));
    return Response.ok(stream, CSV + ";charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
        .build();
  }

  private static <T> T read(Acting reader, Supplier<T> page) {
    return Tenancy.callAs(reader, () -> QuarkusTransaction.requiringNew().call(page::get));
  }
}
