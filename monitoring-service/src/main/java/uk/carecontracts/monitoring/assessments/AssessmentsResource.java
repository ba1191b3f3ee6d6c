package uk.carecontracts.monitoring.assessments;

import static uk.carecontracts.monitoring.spreadsheets.Csv.line;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.monitoring.contracts.KnownNames;
import uk.carecontracts.monitoring.contracts.KnownNames.Names;
import uk.carecontracts.monitoring.spreadsheets.Csv;
import uk.carecontracts.monitoring.spreadsheets.CsvPageMapper;

/** Assessments over HTTP: begun by officers, read by everyone they concern. */
@Path("/v1/assessments")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Assessments", description = "Contracts assessed against standards, to a rating")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class AssessmentsResource {
  private static final List<String> HEADER =
      List.of(
          "id",
          "contractId",
          "providerId",
          "contractReference",
          "contractTitle",
          "providerName",
          "locationId",
          "serviceType",
          "status",
          "reAuditOf",
          "startedOn",
          "sharedOn",
          "challengeBy",
          "publishedOn",
          "rating",
          "percent",
          "shortfalls",
          "actionPlanBy",
          "reAuditBy");

  private final Assessments assessments;
  private final Preconditions preconditions;
  private final Paging paging;
  private final KnownNames names;

  AssessmentsResource(
      Assessments assessments, Preconditions preconditions, Paging paging, KnownNames names) {
    this.assessments = assessments;
    this.preconditions = preconditions;
    this.paging = paging;
    this.names = names;
  }

  @Schema(name = "AssessmentPage")
  private record AssessmentPage(List<Assessment> items, @Nullable String next) {}

  /** One page of assessments. */
  @GET
  @Operation(
      operationId = "listAssessments",
      summary = "Assessments of the authority, for a provider its own once they are shared")
  @APIResponse(
      responseCode = "200",
      description = "A page of assessments, oldest first",
      content = @Content(schema = @Schema(implementation = AssessmentPage.class)))
  public Response list(@BeanParam AssessmentFilter filter) {
    return paging.answer(assessments.page(filter));
  }

  /** The same page for a spreadsheet. */
  @GET
  @Produces(Csv.TYPE)
  @Operation(
      operationId = "listAssessments",
      summary = "Assessments of the authority, for a provider its own once they are shared")
  @APIResponse(responseCode = "200", description = "A header line and a line for each assessment")
  public Response export(@BeanParam AssessmentFilter filter) {
    Page<Assessment> page = assessments.page(filter);
    Names known = names.of(page.items(), each -> each.contractId(), each -> each.providerId());
    return CsvPageMapper.answer(paging, HEADER, page, each -> cells(each, known));
  }

  private static List<@Nullable Object> cells(Assessment each, Names known) {
    Result result = each.result();
    return line(
        each.id(),
        each.contractId(),
        each.providerId(),
        known.reference(each.contractId()),
        known.title(each.contractId()),
        known.provider(each.contractId(), each.providerId()),
        each.locationId(),
        each.serviceType(),
        each.status(),
        each.reAuditOf(),
        each.startedOn(),
        each.sharedOn(),
        each.challengeBy(),
        each.publishedOn(),
        result == null ? null : result.rating(),
        result == null ? null : result.percent(),
        result == null ? null : each.shortfalls().size(),
        each.actionPlanBy(),
        each.reAuditBy());
  }

  /** One assessment. */
  @GET
  @Path("/{id}")
  @Operation(operationId = "getAssessment", summary = "One assessment")
  @APIResponse(
      responseCode = "200",
      description = "The assessment, with its ETag",
      content = @Content(schema = @Schema(implementation = Assessment.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such assessment")
  public Response get(@Parameter(description = "The assessment") @PathParam("id") UUID id) {
    Assessment found = assessments.get(id);
    return preconditions.answer(found, Preconditions.etag(found.version()));
  }

  /** Begins an assessment. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "beginAssessment",
      summary =
          "Begin an assessment: the standards that suit the service, without the domains for which"
              + " an inspection is relied on; or a re-audit of an earlier one's shortfalls")
  @APIResponse(
      responseCode = "201",
      description = "The draft",
      content = @Content(schema = @Schema(implementation = Assessment.class)))
  @APIResponse(responseCode = "422", description = "The contract is unknown or nothing is left")
  public Response begin(@NotNull @Valid AssessmentRequests.Start start) {
    Assessment begun = assessments.begin(start);
    return preconditions.created(begun, begun.id(), begun.version());
  }
}
