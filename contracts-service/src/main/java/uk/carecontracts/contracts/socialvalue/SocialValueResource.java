package uk.carecontracts.contracts.socialvalue;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.spend.FinancialYear;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.tenancy.Caller;

/** Social value across the authority. */
@Path("/v1/social-value")
@Tag(name = "Social value")
@SecurityRequirement(name = "bearer")
public class SocialValueResource {
  private final SocialValueReportRepository reports;
  private final Caller caller;
  private final Clock clock;

  SocialValueResource(SocialValueReportRepository reports, Caller caller, Clock clock) {
    this.reports = reports;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Authenticated
  @Transactional
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reportSocialValue",
      summary = "Promised and delivered by measure, and the share of SMEs and VCSEs",
      description = "Over awarded and active contracts. As a spreadsheet with Accept: text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "The figures of today",
      content = @Content(schema = @Schema(implementation = SocialValueReport.class)))
  public SocialValueReport report(
      @QueryParam("year")
          @Parameter(description = "Financial year of the payments, such as 2026-27; else this one")
          @Nullable String year) {
    LocalDate today = LocalDate.now(clock);
    return reports.of(
        caller.authority(),
        today,
        year == null ? FinancialYear.of(today) : FinancialYear.parse("year", year));
  }

  @GET
  @Authenticated
  @Transactional
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response reportAsCsv(@QueryParam("year") @Nullable String year) {
    SocialValueReport report = report(year);
    CsvTable table =
        new CsvTable(
            "section",
            "name",
            "unit",
            "contracts",
            "target",
            "delivered",
            "value",
            "percent",
            "spent");
    report
        .commitments()
        .forEach(
            each ->
                table.line(
                    "commitment",
                    each.measure(),
                    each.unit(),
                    each.contracts(),
                    each.target(),
                    each.delivered(),
                    null,
                    each.percent(),
                    null));
    report
        .suppliers()
        .forEach(
            each ->
                table.line(
                    "suppliers",
                    each.kind(),
                    null,
                    each.contracts(),
                    null,
                    null,
                    each.value(),
                    each.valuePercent(),
                    each.spent()));
    return Response.ok(table.text(), CsvTable.MEDIA_TYPE)
        .header("Content-Disposition", "attachment; filename=\"social-value.csv\"")
        .build();
  }
}
