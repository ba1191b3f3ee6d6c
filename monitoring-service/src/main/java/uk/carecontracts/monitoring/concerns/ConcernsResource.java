package uk.carecontracts.monitoring.concerns;

import static uk.carecontracts.monitoring.spreadsheets.Csv.line;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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
import uk.carecontracts.monitoring.access.ProviderReach;
import uk.carecontracts.monitoring.concerns.Concern.Severity;
import uk.carecontracts.monitoring.contracts.KnownNames;
import uk.carecontracts.monitoring.contracts.KnownNames.Names;
import uk.carecontracts.monitoring.spreadsheets.Csv;
import uk.carecontracts.monitoring.spreadsheets.CsvPageMapper;

/** Concerns over HTTP, for officers only. */
@Path("/v1/concerns")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Concerns", description = "Worries about quality or safeguarding")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class ConcernsResource {
  private static final List<String> HEADER =
      List.of(
          "id",
          "contractId",
          "providerId",
          "contractReference",
          "contractTitle",
          "providerName",
          "kind",
          "severity",
          "status",
          "source",
          "summary",
          "raisedOn",
          "closedOn",
          "outcome");

  private final Concerns concerns;
  private final ProviderReach reach;
  private final Preconditions preconditions;
  private final Paging paging;
  private final KnownNames names;

  ConcernsResource(
      Concerns concerns,
      ProviderReach reach,
      Preconditions preconditions,
      Paging paging,
      KnownNames names) {
    this.concerns = concerns;
    this.reach = reach;
    this.preconditions = preconditions;
    this.paging = paging;
    this.names = names;
  }

  @Schema(name = "ConcernPage")
  private record ConcernPage(List<Concern> items, @Nullable String next) {}

  /**
   * Another grade.
   *
   * @param severity the grade from now on
   * @param reason why
   */
  @Schema(name = "ConcernRegrade")
  public record Regrade(@NotNull Severity severity, @NotBlank @Size(max = 2000) String reason) {}

  /**
   * What came of a concern.
   *
   * @param closedOn the day; today when left out
   * @param outcome what came of it, without anyone's identity
   */
  @Schema(name = "ConcernClosure")
  public record Closure(@Nullable LocalDate closedOn, @NotBlank @Size(max = 4000) String outcome) {}

  /**
   * Why a concern is taken up again.
   *
   * @param reason why
   */
  @Schema(name = "ConcernReopening")
  public record Reopening(@NotBlank @Size(max = 2000) String reason) {}

  /** One page of concerns. */
  @GET
  @Operation(operationId = "listConcerns", summary = "Concerns of the authority, oldest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of concerns",
      content = @Content(schema = @Schema(implementation = ConcernPage.class)))
  public Response list(@BeanParam ConcernFilter filter) {
    reach.requireOfficer();
    return paging.answer(concerns.page(filter));
  }

  /** The same page for a spreadsheet. */
  @GET
  @Produces(Csv.TYPE)
  @Operation(operationId = "listConcerns", summary = "Concerns of the authority, oldest first")
  @APIResponse(responseCode = "200", description = "A header line and a line for each concern")
  public Response export(@BeanParam ConcernFilter filter) {
    reach.requireOfficer();
    Page<Concern> page = concerns.page(filter);
    Names known = names.of(page.items(), each -> each.contractId(), each -> each.providerId());
    return CsvPageMapper.answer(
        paging,
        HEADER,
        page,
        concern ->
            line(
                concern.id(),
                concern.contractId(),
                concern.providerId(),
                known.reference(concern.contractId()),
                known.title(concern.contractId()),
                known.provider(concern.contractId(), concern.providerId()),
                concern.kind(),
                concern.severity(),
                concern.status(),
                concern.source(),
                concern.summary(),
                concern.raisedOn(),
                concern.closedOn(),
                concern.outcome()));
  }

  /** One concern. */
  @GET
  @Path("/{id}")
  @Operation(operationId = "getConcern", summary = "One concern")
  @APIResponse(
      responseCode = "200",
      description = "The concern, with its ETag",
      content = @Content(schema = @Schema(implementation = Concern.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such concern")
  public Response get(@Parameter(description = "The concern") @PathParam("id") UUID id) {
    reach.requireOfficer();
    Concern concern = concerns.get(id);
    return preconditions.answer(concern, Preconditions.etag(concern.version()));
  }

  /** Records a concern. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "raiseConcern",
      summary = "Record a concern; the risk of the contracts it is about is assessed again at once")
  @APIResponse(
      responseCode = "201",
      description = "The concern",
      content = @Content(schema = @Schema(implementation = Concern.class)))
  @APIResponse(
      responseCode = "422",
      description = "It is about nothing known, or the text would let a person be recognised")
  public Response raise(@NotNull @Valid Concerns.Raised raised) {
    Concern concern = concerns.raise(raised);
    return preconditions.created(concern, concern.id(), concern.version());
  }

  /** Grades a concern anew. */
  @POST
  @Path("/{id}/regrade")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(operationId = "regradeConcern", summary = "Give a concern another severity (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The concern",
      content = @Content(schema = @Schema(implementation = Concern.class)))
  @APIResponse(responseCode = "404", description = "There is no such concern")
  @APIResponse(responseCode = "409", description = "It is closed")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "422", description = "It has this severity already")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response regrade(
      @Parameter(description = "The concern") @PathParam("id") UUID id,
      @NotNull @Valid Regrade regrade) {
    return changed(
        concerns.regrade(id, preconditions::requireMatch, regrade.severity(), regrade.reason()));
  }

  /** Closes a concern. */
  @POST
  @Path("/{id}/close")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(operationId = "closeConcern", summary = "Close a concern with its outcome (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The concern",
      content = @Content(schema = @Schema(implementation = Concern.class)))
  @APIResponse(responseCode = "404", description = "There is no such concern")
  @APIResponse(responseCode = "409", description = "It is closed")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "422", description = "The day cannot be, or the text names someone")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response close(
      @Parameter(description = "The concern") @PathParam("id") UUID id,
      @NotNull @Valid Closure closure) {
    return changed(
        concerns.close(id, preconditions::requireMatch, closure.closedOn(), closure.outcome()));
  }

  /** Takes a closed concern up again. */
  @POST
  @Path("/{id}/reopen")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(operationId = "reopenConcern", summary = "Take a closed concern up again (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The concern",
      content = @Content(schema = @Schema(implementation = Concern.class)))
  @APIResponse(responseCode = "404", description = "There is no such concern")
  @APIResponse(responseCode = "409", description = "It is open")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response reopen(
      @Parameter(description = "The concern") @PathParam("id") UUID id,
      @NotNull @Valid Reopening reopening) {
    return changed(concerns.reopen(id, preconditions::requireMatch, reopening.reason()));
  }

  private Response changed(Concern concern) {
    return preconditions.changed(concern, concern.version());
  }
}
