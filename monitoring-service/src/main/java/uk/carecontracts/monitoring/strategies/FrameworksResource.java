package uk.carecontracts.monitoring.strategies;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.monitoring.access.ProviderReach;

/** Outcome frameworks over HTTP. */
@Path("/v1/outcome-frameworks")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Outcome frameworks", description = "Outcomes and the indicators that show them")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
@APIResponse(responseCode = "401", description = "A valid bearer token is needed")
@APIResponse(responseCode = "403", description = "The token does not allow this")
public class FrameworksResource {
  private static final String ID = "The edition";

  private final Frameworks frameworks;
  private final ProviderReach reach;
  private final Preconditions preconditions;
  private final Paging paging;

  FrameworksResource(
      Frameworks frameworks, ProviderReach reach, Preconditions preconditions, Paging paging) {
    this.frameworks = frameworks;
    this.reach = reach;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  @Schema(name = "OutcomeFrameworkPage")
  private record FrameworkPage(List<OutcomeFramework> items, @Nullable String next) {}

  /**
   * From when an edition holds.
   *
   * @param validFrom first day
   */
  @Schema(name = "OutcomeFrameworkAdoption")
  public record Adoption(@NotNull LocalDate validFrom) {}

  /**
   * What a draft says from now on.
   *
   * @param outcomes with their indicators
   */
  @Schema(name = "OutcomeFrameworkContent")
  public record Outcomes(@NotEmpty List<OutcomeFramework.@NotNull @Valid Outcome> outcomes) {}

  /** One page of editions. */
  @GET
  @Operation(
      operationId = "listOutcomeFrameworks",
      summary = "Editions of outcome frameworks: the shared starter and the authority's own")
  @APIResponse(
      responseCode = "200",
      description = "A page of editions, oldest first",
      content = @Content(schema = @Schema(implementation = FrameworkPage.class)))
  public Response list(
      @Parameter(description = "Only editions of this framework") @QueryParam("code")
          @Nullable String code,
      @BeanParam ListFilter filter) {
    reach.requireOfficer();
    return paging.answer(frameworks.page(code, filter));
  }

  /** One edition. */
  @GET
  @Path("/{id}")
  @Operation(operationId = "getOutcomeFramework", summary = "One edition of a framework")
  @APIResponse(
      responseCode = "200",
      description = "The edition, with its ETag",
      content = @Content(schema = @Schema(implementation = OutcomeFramework.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such edition")
  public Response get(@Parameter(description = ID) @PathParam("id") UUID id) {
    reach.requireOfficer();
    OutcomeFramework found = frameworks.get(id);
    return preconditions.answer(found, Preconditions.etag(found.version()));
  }

  /** Drafts an edition. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(operationId = "draftOutcomeFramework", summary = "Draft an edition of a framework")
  @APIResponse(
      responseCode = "201",
      description = "The draft",
      content = @Content(schema = @Schema(implementation = OutcomeFramework.class)))
  @APIResponse(responseCode = "409", description = "The authority has this edition already")
  public Response draft(@NotNull @Valid Frameworks.Draft draft) {
    OutcomeFramework drafted = frameworks.draft(draft);
    return preconditions.created(drafted, drafted.id(), drafted.version());
  }

  /** Amends a draft. */
  @PUT
  @Path("/{id}/outcomes")
  @Transactional
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "amendOutcomeFramework",
      summary = "Replace a draft's outcomes (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The draft",
      content = @Content(schema = @Schema(implementation = OutcomeFramework.class)))
  @APIResponse(responseCode = "404", description = "There is no such edition")
  @APIResponse(responseCode = "409", description = "It is no draft any more, or the shared starter")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response amend(
      @Parameter(description = ID) @PathParam("id") UUID id, @NotNull @Valid Outcomes content) {
    return changed(frameworks.amend(id, preconditions::requireMatch, content.outcomes()));
  }

  /** Adopts an edition. */
  @POST
  @Path("/{id}/adopt")
  @Transactional
  @Idempotent
  @RolesAllowed("monitoring:write")
  @Operation(
      operationId = "adoptOutcomeFramework",
      summary = "Adopt a draft from a day; the edition before it is superseded (If-Match)")
  @APIResponse(
      responseCode = "200",
      description = "The edition",
      content = @Content(schema = @Schema(implementation = OutcomeFramework.class)))
  @APIResponse(responseCode = "404", description = "There is no such edition")
  @APIResponse(responseCode = "409", description = "It is no draft any more, or the shared starter")
  @APIResponse(responseCode = "412", description = "It changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response adopt(
      @Parameter(description = ID) @PathParam("id") UUID id, @NotNull @Valid Adoption adoption) {
    return changed(frameworks.adopt(id, preconditions::requireMatch, adoption.validFrom()));
  }

  private Response changed(OutcomeFramework framework) {
    return preconditions.changed(framework, framework.version());
  }
}
