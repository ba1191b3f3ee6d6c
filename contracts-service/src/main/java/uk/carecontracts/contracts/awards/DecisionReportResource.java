package uk.carecontracts.contracts.awards;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;

/** The decision register and the report of a year. */
@Path("/v1/award-decisions")
@Tag(name = "Award decisions")
@SecurityRequirement(name = "bearer")
public class DecisionReportResource {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;
  private static final int CSV_PAGE = 500;

  private final DecisionReportRepository reports;
  private final Paging paging;
  private final Caller caller;
  private final Clock clock;

  DecisionReportResource(
      DecisionReportRepository reports, Paging paging, Caller caller, Clock clock) {
    this.reports = reports;
    this.paging = paging;
    this.caller = caller;
    this.clock = clock;
  }

  private int year(@Nullable Integer named) {
    int year = named == null ? LocalDate.now(clock).getYear() : named;
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw ProblemException.badRequest("year", "year must be a calendar year such as 2026.");
    }
    return year;
  }

  private static Cursor after(String query, RecordedDecision row) {
    return Cursor.after(query, row.at(), row.id());
  }

  @GET
  @Path("/register")
  @Authenticated
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listDecisions",
      summary =
          "Every decision about contracts in a year: what, about which, why, recorded by whom",
      description =
          "Awards, extensions taken and let go, breaks, variations, terminations, cancellations,"
              + " decommissionings, contract lengths, failures of suppliers. As a spreadsheet with"
              + " Accept: text/csv.")
  @APIResponse(responseCode = "200", description = "A page of decisions, newest first")
  public RestResponse<Page<RecordedDecision>> register(
      @QueryParam("year") @Parameter(description = "Calendar year; this year when left out")
          @Nullable Integer year,
      @BeanParam ListFilter part) {
    int length = Paging.limit(part.limit);
    int of = year(year);
    String query = Cursor.fingerprint("decisions", of);
    Cursor from = Cursor.parse(part.cursor, query, 2);
    return paging.page(
        Page.of(
            reports.register(caller.authority(), of, from, length + 1),
            length,
            row -> after(query, row)));
  }

  @GET
  @Path("/register")
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response registerAsCsv(@QueryParam("year") @Nullable Integer year) {
    List<RecordedDecision> all = new ArrayList<>();
    List<RecordedDecision> rows;
    do {
      Cursor from = all.isEmpty() ? null : after("", all.get(all.size() - 1));
      rows = reports.register(caller.authority(), year(year), from, CSV_PAGE);
      all.addAll(rows);
    } while (rows.size() == CSV_PAGE);
    return spreadsheet(DecisionCsv.register(all), "decisions-" + year(year));
  }

  @GET
  @Path("/summary")
  @Authenticated
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "summariseDecisions",
      summary = "The yearly summary: decisions, awards, how they were judged, duties",
      description = "As a spreadsheet with Accept: text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "The figures of the year",
      content = @Content(schema = @Schema(implementation = YearReport.class)))
  public YearReport summary(
      @QueryParam("year") @Parameter(description = "Calendar year; this year when left out")
          @Nullable Integer year) {
    return reports.report(caller.authority(), year(year));
  }

  @GET
  @Path("/summary")
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response summaryAsCsv(@QueryParam("year") @Nullable Integer year) {
    YearReport report = reports.report(caller.authority(), year(year));
    return spreadsheet(DecisionCsv.report(report), "decisions-summary-" + report.year());
  }

  private static Response spreadsheet(String csv, String name) {
    return Response.ok(csv, "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
        .build();
  }
}
