package uk.carecontracts.contracts.placements;

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

/** Importing placements from a spreadsheet. */
@Path("/v1/placement-imports")
@Tag(name = "Placement imports", description = "Placements of a spreadsheet, brought in as a job")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(
    responseCode = "403",
    description = "The scope is missing, or the authority is not the caller's")
public class PlacementImportResource {
  static final String COLLECTION = "placement-imports";

  private final ImportDesk desk;

  PlacementImportResource(ImportDesk desk) {
    this.desk = desk;
  }

  @POST
  @RolesAllowed("contracts:write")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "importPlacements",
      summary = "Import a file of placements; answers with a job to follow")
  @APIResponse(
      responseCode = "202",
      description = "The file is safe and its job queued",
      headers = @Header(name = "Location"),
      content = @Content(schema = @Schema(implementation = ImportJob.class)))
  public Response submit(
      @QueryParam("format") @Parameter(description = "Layout of the file: PLACEMENTS_CSV")
          @Nullable String format,
      @QueryParam("authority")
          @Parameter(description = "GSS code of the authority it is for; the caller's if left out")
          @Nullable String authority,
      @QueryParam("dryRun") @Parameter(description = "true to try without keeping anything")
          @Nullable Boolean dryRun,
      InputStream file) {
    return desk.submit(
        new ImportSubmission(COLLECTION, format, authority, Boolean.TRUE.equals(dryRun), Map.of()),
        file);
  }

  @GET
  @Authenticated
  @Operation(
      operationId = "listPlacementImports",
      summary = "The authority's imports, newest first")
  @APIResponse(responseCode = "200", description = "A page of jobs")
  public RestResponse<Page<ImportJob>> list(@BeanParam ListFilter part) {
    return desk.jobs(COLLECTION, part.cursor, part.limit);
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Operation(operationId = "getPlacementImport", summary = "How an import fares")
  @APIResponse(
      responseCode = "200",
      description = "The job with the count of its rows",
      content = @Content(schema = @Schema(implementation = ImportJob.class)))
  @APIResponse(responseCode = "404", description = "There is no such import")
  public Response job(@PathParam("id") UUID id) {
    return desk.job(COLLECTION, id);
  }

  @GET
  @Path("/{id}/errors")
  @Authenticated
  @Operation(
      operationId = "listPlacementImportErrors",
      summary = "Rejected rows with their reasons")
  @APIResponse(responseCode = "200", description = "A page of rejected rows; as CSV all of them")
  @APIResponse(responseCode = "404", description = "There is no such import")
  public RestResponse<Page<ImportJob.RowError>> errors(
      @PathParam("id") UUID id, @BeanParam ListFilter part) {
    return desk.errors(COLLECTION, id, part.cursor, part.limit);
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
