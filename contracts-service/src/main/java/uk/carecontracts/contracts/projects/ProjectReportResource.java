package uk.carecontracts.contracts.projects;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;

/** What projects report, and the checklists they follow. */
@Path("/v1/commissioning-projects")
@Tag(name = "Commissioning projects")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "400", description = "A parameter cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "The token names no authority")
public class ProjectReportResource {
  private static final int APRIL = 4;

  private final Projects projects;
  private final Caller caller;
  private final Clock clock;

  ProjectReportResource(Projects projects, Caller caller, Clock clock) {
    this.projects = projects;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("/yearly-report")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getProjectYear",
      summary = "Decisions and waivers of a financial year, for the contract procedure rules")
  @APIResponse(responseCode = "200", description = "The report")
  public YearlyReport report(
      @QueryParam("year")
          @Parameter(
              description =
                  "Year in which it began, such as 2026 for 2026-27; the present one otherwise")
          @Nullable Integer year) {
    LocalDate today = LocalDate.now(clock);
    int begins = year == null ? today.minusMonths(APRIL - 1L).getYear() : year;
    if (begins < 2000 || begins > 2200) {
      throw ProblemException.badRequest("year", "year must be from 2000 to 2200.");
    }
    LocalDate from = LocalDate.of(begins, APRIL, 1);
    LocalDate to = from.plusYears(1).minusDays(1);
    String name = "%d-%02d".formatted(begins, (begins + 1) % 100);
    return YearlyReport.of(name, from, to, projects.decidedIn(caller.authority(), from, to));
  }

  @GET
  @Path("/templates")
  @Authenticated
  @Operation(
      operationId = "listProjectTemplates",
      summary = "The checklists by value tier and service, with their sources and days")
  @APIResponse(responseCode = "200", description = "Every checklist, past and present")
  public List<Template> templates() {
    return projects.templates();
  }
}
