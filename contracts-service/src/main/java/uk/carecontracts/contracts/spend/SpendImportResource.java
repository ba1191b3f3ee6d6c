package uk.carecontracts.contracts.spend;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.imports.ImportDesk;
import uk.carecontracts.kit.imports.ImportJob;
import uk.carecontracts.kit.imports.ImportSubmission;
import uk.carecontracts.kit.problem.ProblemException;

/** Importing the payments an authority publishes. */
@Path("/v1/spend-imports")
@Tag(name = "Spend imports", description = "Payment files as councils publish them")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(
    responseCode = "403",
    description = "The scope is missing, or the authority is not the caller's")
public class SpendImportResource {
  static final String COLLECTION = "spend-imports";
  static final String ENCODING = "encoding";
  private static final Set<String> ENCODINGS = Set.of("UTF-8", "WINDOWS-1252", "ISO-8859-1");

  private final ImportDesk desk;
  private final SpendImportRepository imports;

  SpendImportResource(ImportDesk desk, SpendImportRepository imports) {
    this.desk = desk;
    this.imports = imports;
  }

  @POST
  @RolesAllowed("contracts:write")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "importSpend",
      summary = "Import a file of payments; answers with a job to follow",
      description =
          "The file is CSV or a zip of CSV files, of any size. Lines are matched to suppliers,"
              + " provider records and contracts. The same file again changes nothing; a corrected"
              + " file restates the transactions it has or, with restates=MONTHS, whole accounting"
              + " months.")
  @APIResponse(
      responseCode = "202",
      description = "The file is safe and its job queued",
      headers = @Header(name = "Location"),
      content = @Content(schema = @Schema(implementation = ImportJob.class)))
  public Response submit(
      @QueryParam("format") @Parameter(description = "Layout of the file: LGA_SPEND or NWOD_SPEND")
          @Nullable String format,
      @QueryParam("authority")
          @Parameter(description = "GSS code of the authority it is for; the caller's if left out")
          @Nullable String authority,
      @QueryParam(ENCODING)
          @Parameter(description = "UTF-8 (unless told otherwise), WINDOWS-1252 or ISO-8859-1")
          @Nullable String encoding,
      @QueryParam(Restates.PARAMETER)
          @Parameter(
              description =
                  "What the file states as a whole, so that held lines it does not have are dropped:"
                      + " TRANSACTIONS, those it names (unless told otherwise), or MONTHS, every"
                      + " accounting month it has lines of")
          @Nullable Restates restates,
      @QueryParam("dryRun") @Parameter(description = "true to try without keeping anything")
          @Nullable Boolean dryRun,
      InputStream file) {
    Map<String, String> parameters = new HashMap<>();
    if (encoding != null) {
      parameters.put(ENCODING, known(encoding));
    }
    if (restates != null) {
      parameters.put(Restates.PARAMETER, restates.name());
    }
    return desk.submit(
        new ImportSubmission(
            COLLECTION, format, authority, Boolean.TRUE.equals(dryRun), parameters),
        file);
  }

  private static String known(String encoding) {
    String name = encoding.strip().toUpperCase(Locale.ROOT);
    if (!ENCODINGS.contains(name)) {
      throw ProblemException.badRequest(
          ENCODING, "'" + encoding + "' is not one of UTF-8, WINDOWS-1252, ISO-8859-1.");
    }
    return name;
  }

  @GET
  @Authenticated
  @Operation(operationId = "listSpendImports", summary = "The authority's imports, newest first")
  @APIResponse(responseCode = "200", description = "A page of jobs")
  public RestResponse<Page<ImportJob>> list(
      @QueryParam("cursor") @Parameter(description = "next of the page before")
          @Nullable String cursor,
      @QueryParam("limit") @Parameter(description = "1 to 500, otherwise 50")
          @Nullable Integer limit) {
    return desk.jobs(COLLECTION, cursor, limit);
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Operation(operationId = "getSpendImport", summary = "How an import fares")
  @APIResponse(
      responseCode = "200",
      description = "The job with the count of its rows",
      content = @Content(schema = @Schema(implementation = ImportJob.class)))
  @APIResponse(responseCode = "404", description = "There is no such import")
  public Response job(@PathParam("id") @Parameter(description = "Identity of the job") UUID id) {
    return desk.job(COLLECTION, id);
  }

  @GET
  @Path("/{id}/reconciliation")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "reconcileSpendImport",
      summary = "What the file came to, to compare with its own sum",
      description = "Grows while the job runs; a dry run keeps nothing and has none.")
  @APIResponse(
      responseCode = "200",
      description = "Counts and sums of the lines taken",
      content =
          @Content(schema = @Schema(implementation = SpendImportRepository.Reconciliation.class)))
  @APIResponse(responseCode = "404", description = "No such import has taken a line")
  public SpendImportRepository.Reconciliation reconciliation(
      @PathParam("id") @Parameter(description = "Identity of the job") UUID id) {
    return imports
        .find(id)
        .orElseThrow(() -> ProblemException.notFound("reconciliation of import", id));
  }

  @GET
  @Path("/{id}/errors")
  @Authenticated
  @Operation(operationId = "listSpendImportErrors", summary = "Rejected rows with their reasons")
  @APIResponse(responseCode = "200", description = "A page of rejected rows; as CSV all of them")
  @APIResponse(responseCode = "404", description = "There is no such import")
  public RestResponse<Page<ImportJob.RowError>> errors(
      @PathParam("id") @Parameter(description = "Identity of the job") UUID id,
      @QueryParam("cursor") @Parameter(description = "next of the page before")
          @Nullable String cursor,
      @QueryParam("limit") @Parameter(description = "1 to 500, otherwise 50")
          @Nullable Integer limit) {
    return desk.errors(COLLECTION, id, cursor, limit);
  }

  @GET
  @Path("/{id}/errors")
  @Authenticated
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response errorsAsCsv(@PathParam("id") UUID id) {
    return desk.errorsAsCsv(COLLECTION, id);
  }
}
