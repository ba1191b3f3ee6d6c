package uk.carecontracts.providers.locations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.imports.ImportDesk;
import uk.carecontracts.kit.imports.ImportJob;
import uk.carecontracts.kit.imports.ImportSubmission;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.problem.ProblemException;

/** Files about providers and locations. */
@Path("/v1/provider-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Provider imports", description = "Dated files of the regulators' directories")
@SecurityRequirement(name = "bearer")
public class ProviderImportResource {

  private static final String COLLECTION = "provider-imports";

  private final ImportDesk desk;
  private final Clock clock;

  ProviderImportResource(ImportDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /** Takes a file in. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "submitProviderImport",
      summary = "Import a file; the answer is the job",
      description =
          "CQC_DIRECTORY and OFSTED_PROVIDERS: the regulators' dated directories as OpenDocument"
              + " spreadsheet (.ods) or CSV, told by the file's bytes, whatever the year's layout,"
              + " sheets of notes, title lines and encoding; what one of them lists and another"
              + " does not was closed in between, unless a line could not be read. CQC_API:"
              + " documents of locations and providers in the shape of the regulator's interface,"
              + " one, many or paged. COMPANIES_HOUSE: rows of the company data product, also as"
              + " .ods."
              + " CQC_CARE_HOMES: CSV with a header line, any of the layouts since 2018. Homes that an"
              + " earlier file of the same area lists and this one does not are closed between the"
              + " two dates, whatever the order of imports; a file with rejected rows closes"
              + " nothing. Rows without area code belong to the import's authority.")
  @APIResponse(
      responseCode = "202",
      description = "Stored; Location is the job",
      content = @Content(schema = @Schema(implementation = ImportJob.class)))
  @APIResponse(
      responseCode = "400",
      description = "Unknown format, unreadable snapshotDate or an empty file",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "403",
      description = "The token acts for another authority",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response submit(
      @QueryParam("format")
          @Parameter(
              description =
                  "CQC_CARE_HOMES, CQC_DIRECTORY, CQC_API, OFSTED_PROVIDERS or COMPANIES_HOUSE")
          @Nullable String format,
      @QueryParam("authority") @Parameter(description = "GSS code; absent: the token's authority")
          @Nullable String authority,
      @QueryParam("dryRun") @Parameter(description = "true tries without keeping anything")
          @Nullable Boolean dryRun,
      @QueryParam("snapshotDate")
          @Parameter(description = "Day the file describes; absent: today in London")
          @Nullable LocalDate snapshotDate,
      @QueryParam("sheet")
          @Parameter(
              description =
                  "Sheet of a spreadsheet to read; absent: the first that has the columns of the"
                      + " directory, and a further one that has them is told as a rejected row")
          @Nullable String sheet,
      InputStream file) {
    LocalDate today = LocalDate.now(clock);
    LocalDate date = snapshotDate == null ? today : snapshotDate;
    if (date.isAfter(today)) {
      throw ProblemException.badRequest("snapshotDate", "A file cannot describe a day to come.");
    }
    return desk.submit(
        new ImportSubmission(
            COLLECTION, format, authority, Boolean.TRUE.equals(dryRun), parameters(date, sheet)),
        file);
  }

  private static Map<String, String> parameters(LocalDate date, @Nullable String sheet) {
    return sheet == null
        ? Map.of(CareHomeImport.SNAPSHOT_DATE, date.toString())
        : Map.of(CareHomeImport.SNAPSHOT_DATE, date.toString(), "sheet", sheet);
  }

  /** Lists jobs. */
  @GET
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(operationId = "listProviderImports", summary = "Your imports, newest first")
  public RestResponse<Page<ImportJob>> list(@BeanParam ListFilter part) {
    return desk.jobs(COLLECTION, part.cursor, part.limit);
  }

  /** Reads a job. */
  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(operationId = "getProviderImport", summary = "How an import fares")
  @APIResponse(
      responseCode = "200",
      description = "The job",
      content = @Content(schema = @Schema(implementation = ImportJob.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is none of your authority",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response job(@PathParam("id") @Parameter(description = "The job") UUID id) {
    return desk.job(COLLECTION, id);
  }

  /** Reads a job's rejected rows. */
  @GET
  @Path("/{id}/errors")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "listProviderImportErrors",
      summary = "Rejected rows with their reasons; as CSV with Accept: text/csv")
  public RestResponse<Page<ImportJob.RowError>> errors(
      @PathParam("id") @Parameter(description = "The job") UUID id, @BeanParam ListFilter part) {
    return desk.errors(COLLECTION, id, part.cursor, part.limit);
  }

  /** Reads a job's rejected rows for a spreadsheet. */
  @GET
  @Path("/{id}/errors")
  @Transactional
  @RolesAllowed("providers:write")
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response errorsAsCsv(@PathParam("id") UUID id) {
    return desk.errorsAsCsv(COLLECTION, id);
  }
}
