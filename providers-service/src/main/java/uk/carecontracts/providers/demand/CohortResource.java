package uk.carecontracts.providers.demand;

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
import java.math.BigDecimal;
import java.util.List;
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
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.imports.ImportDesk;
import uk.carecontracts.kit.imports.ImportJob;
import uk.carecontracts.kit.imports.ImportSubmission;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;

/** Population cohorts: imported by file, read by page. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Demand forecasts")
@SecurityRequirement(name = "bearer")
public class CohortResource {

  private final ImportDesk desk;
  private final CohortRepository cohorts;
  private final Caller caller;
  private final Paging paging;

  CohortResource(ImportDesk desk, CohortRepository cohorts, Caller caller, Paging paging) {
    this.desk = desk;
    this.cohorts = cohorts;
    this.caller = caller;
    this.paging = paging;
  }

  /** A cohort as lists show it. */
  @Schema(name = "SourcedCohort")
  public record Item(String source, String area, String ageBand, int year, BigDecimal people) {}

  /** Shape of a page, for the API document. */
  @Schema(name = "CohortPage")
  public record CohortPage(List<Item> items, @Nullable String next) {}

  /** Takes a file in. */
  @POST
  @Path("/population-cohort-imports")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "submitCohortImport",
      summary = "Import population cohorts; the answer is the job",
      description =
          "CSV with area (GSS code), ageBand and either year and people or a column for each year."
              + " What is held already is unchanged; another figure of the same source corrects it."
              + " Saved versions of forecasts keep the figures they were made from.")
  @APIResponse(
      responseCode = "202",
      description = "Stored; Location is the job",
      content = @Content(schema = @Schema(implementation = ImportJob.class)))
  @APIResponse(
      responseCode = "400",
      description = "source is missing, or the file is empty",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response submit(
      @QueryParam("source")
          @Parameter(
              description = "The publication and its edition",
              example = "ONS subnational projections 2022-based",
              required = true)
          @Nullable String source,
      @QueryParam("area")
          @Parameter(description = "GSS code of the file's area, when it has no column for it")
          @Nullable String area,
      @QueryParam("dryRun") @Parameter(description = "true tries without keeping anything")
          @Nullable Boolean dryRun,
      InputStream file) {
    if (source == null || source.isBlank() || source.length() > 200) {
      throw ProblemException.badRequest(
          "source", "Name the publication the figures are from, in at most 200 characters.");
    }
    return desk.submit(
        new ImportSubmission(
            CohortImport.COLLECTION,
            "POPULATION_COHORTS",
            null,
            Boolean.TRUE.equals(dryRun),
            Map.of(
                CohortImport.SOURCE,
                source.strip(),
                CohortImport.AREA,
                area == null ? "" : area.strip())),
        file);
  }

  /** Lists jobs. */
  @GET
  @Path("/population-cohort-imports")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(operationId = "listCohortImports", summary = "Your cohort imports, newest first")
  public RestResponse<Page<ImportJob>> jobs(@BeanParam ListFilter part) {
    return desk.jobs(CohortImport.COLLECTION, part.cursor, part.limit);
  }

  /** Reads a job. */
  @GET
  @Path("/population-cohort-imports/{id}")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(operationId = "getCohortImport", summary = "How a cohort import fares")
  @APIResponse(
      responseCode = "200",
      description = "The job",
      content = @Content(schema = @Schema(implementation = ImportJob.class)))
  public Response job(@PathParam("id") @Parameter(description = "The job") UUID id) {
    return desk.job(CohortImport.COLLECTION, id);
  }

  /** Reads a job's rejected rows. */
  @GET
  @Path("/population-cohort-imports/{id}/errors")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "listCohortImportErrors",
      summary = "Rejected rows of a cohort import with their reasons")
  public RestResponse<Page<ImportJob.RowError>> errors(
      @PathParam("id") @Parameter(description = "The job") UUID id, @BeanParam ListFilter part) {
    return desk.errors(CohortImport.COLLECTION, id, part.cursor, part.limit);
  }

  /** Lists cohorts. */
  @GET
  @Path("/population-cohorts")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "listPopulationCohorts",
      summary = "Imported cohorts by source, area, age band and year")
  @APIResponse(
      responseCode = "200",
      description = "A page of cohorts",
      content = @Content(schema = @Schema(implementation = CohortPage.class)))
  public Response list(
      @QueryParam("source") @Parameter(description = "Only this publication")
          @Nullable String source,
      @QueryParam("area") @Parameter(description = "Only this area, by GSS code")
          @Nullable String area,
      @QueryParam("year") @Parameter(description = "Only this year") @Nullable Integer year,
      @BeanParam ListFilter part) {
    int length = Paging.limit(part.limit);
    String query = Cursor.fingerprint("cohorts", source, area, year);
    Cursor from = Cursor.parse(part.cursor, query, 4);
    return paging.answer(
        Page.of(
                cohorts.page(caller.authority(), source, area, year, after(from), length + 1),
                length,
                each ->
                    Cursor.after(
                        query,
                        each.source(),
                        each.cohort().area(),
                        each.cohort().ageBand(),
                        each.cohort().year()))
            .map(
                each ->
                    new Item(
                        each.source(),
                        each.cohort().area(),
                        each.cohort().ageBand(),
                        each.cohort().year(),
                        each.cohort().people())));
  }

  private static CohortRepository.@Nullable Sourced after(@Nullable Cursor from) {
    return from == null
        ? null
        : new CohortRepository.Sourced(
            from.values().get(0),
            new Cohort(
                from.values().get(1),
                from.values().get(2),
                Math.toIntExact(from.number(3)),
                BigDecimal.ZERO));
  }
}
