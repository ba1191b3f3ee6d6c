package uk.carecontracts.monitoring.visits;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.Map;
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
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.imports.ImportDesk;
import uk.carecontracts.kit.imports.ImportJob;
import uk.carecontracts.kit.imports.ImportSubmission;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.monitoring.access.ProviderReach;

/** Files of visits, from call monitoring systems and spreadsheets. */
@Path("/v1/visit-imports")
@Tag(name = "Visit imports", description = "Files of planned and actual homecare visits")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(
    responseCode = "403",
    description = "The scope is missing, or the authority is not the caller's")
public class VisitImportsResource {
  private final ImportDesk desk;
  private final ProviderReach reach;

  VisitImportsResource(ImportDesk desk, ProviderReach reach) {
    this.desk = desk;
    this.reach = reach;
  }

  /** Takes a file in. */
  @POST
  @RolesAllowed({"monitoring:write", "returns:submit"})
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "importVisits",
      summary = "Import a file of visits; answers with a job to follow",
      description =
          "Idempotent by visit id: a visit that is held already is left alone, a newer state of it"
              + " (recordedAt) replaces it. A provider's token tells its own visits only.")
  @APIResponse(
      responseCode = "202",
      description = "The file is safe and its job queued",
      headers = @Header(name = "Location"),
      content = @Content(schema = @Schema(implementation = ImportJob.class)))
  public Response submit(
      @QueryParam("format")
          @Parameter(description = "Layout of the file: VISITS_CSV or VISITS_NDJSON")
          @Nullable String format,
      @QueryParam("authority")
          @Parameter(description = "GSS code of the authority it is for; the caller's if left out")
          @Nullable String authority,
      @QueryParam("dryRun") @Parameter(description = "true to try without keeping anything")
          @Nullable Boolean dryRun,
      InputStream file) {
    UUID only = reach.only();
    Map<String, String> parameters =
        only == null ? Map.of() : Map.of(VisitFormat.PROVIDER, only.toString());
    return desk.submit(
        new ImportSubmission(
            VisitFormat.COLLECTION, format, authority, Boolean.TRUE.equals(dryRun), parameters),
        file);
  }

  /** The authority's imports. */
  @GET
  @Authenticated
  @Operation(operationId = "listVisitImports", summary = "The authority's imports, newest first")
  @APIResponse(responseCode = "200", description = "A page of jobs")
  public RestResponse<Page<ImportJob>> list(@BeanParam ListFilter filter) {
    reach.requireOfficer();
    return desk.jobs(VisitFormat.COLLECTION, filter.cursor, filter.limit);
  }

  /** One import. */
  @GET
  @Path("/{id}")
  @Authenticated
  @Operation(operationId = "getVisitImport", summary = "How an import fares")
  @APIResponse(
      responseCode = "200",
      description = "The job with the count of its rows; a parked visit counts as created",
      content = @Content(schema = @Schema(implementation = ImportJob.class)))
  @APIResponse(responseCode = "404", description = "There is no such import")
  public Response job(@Parameter(description = "The import") @PathParam("id") UUID id) {
    return theirs(desk.job(VisitFormat.COLLECTION, id));
  }

  /** Its rejected rows. */
  @GET
  @Path("/{id}/errors")
  @Authenticated
  @Operation(operationId = "listVisitImportErrors", summary = "Rejected rows with their reasons")
  @APIResponse(responseCode = "200", description = "A page of rejected rows; as CSV all of them")
  @APIResponse(responseCode = "404", description = "There is no such import")
  public RestResponse<Page<ImportJob.RowError>> errors(
      @Parameter(description = "The import") @PathParam("id") UUID id,
      @BeanParam ListFilter filter) {
    theirs(desk.job(VisitFormat.COLLECTION, id));
    return desk.errors(VisitFormat.COLLECTION, id, filter.cursor, filter.limit);
  }

  /** The same for a spreadsheet. */
  @GET
  @Path("/{id}/errors")
  @Authenticated
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response errorsAsCsv(@PathParam("id") UUID id) {
    theirs(desk.job(VisitFormat.COLLECTION, id));
    return desk.errorsAsCsv(VisitFormat.COLLECTION, id);
  }

  /** A provider sees what it sent itself, by whichever of its records. */
  private Response theirs(Response answer) {
    if (answer.getEntity() instanceof ImportJob job) {
      String sender = job.parameters().get(VisitFormat.PROVIDER);
      if (!reach.isParty(sender == null ? null : UUID.fromString(sender))) {
        throw ProblemException.notFound("import", job.id());
      }
    }
    return answer;
  }
}
