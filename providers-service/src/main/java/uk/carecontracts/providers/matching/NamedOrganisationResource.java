package uk.carecontracts.providers.matching;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.tenancy.Caller;

/** Organisations that registers name and only a person can match. */
@Path("/v1/provider-match-reviews/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Supplier matching")
@SecurityRequirement(name = "bearer")
public class NamedOrganisationResource {

  private final NamedOrganisationRepository organisations;
  private final NamedOrganisationDesk desk;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;

  NamedOrganisationResource(
      NamedOrganisationRepository organisations,
      NamedOrganisationDesk desk,
      Caller caller,
      Preconditions preconditions,
      Paging paging) {
    this.organisations = organisations;
    this.desk = desk;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  /** Lists what waits for a decision, or was decided. */
  @GET
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "listOrganisationReviews",
      summary = "Organisations of directories that fit several provider records",
      description =
          "Provider records are kept in common: every authority sees and decides the same queue.")
  @APIResponse(responseCode = "200", description = "A page of organisations")
  public RestResponse<Page<NamedOrganisationState>> list(
      @QueryParam("status") @Parameter(description = "REVIEW unless told otherwise, or MATCHED")
          @Nullable MatchStatus status,
      @BeanParam ListFilter part) {
    MatchStatus wanted = status == null ? MatchStatus.REVIEW : status;
    return paging.page(
        Page.byId(
                Cursor.fingerprint("organisation-reviews", wanted),
                part.cursor,
                part.limit,
                (after, most) -> organisations.search(wanted, after, most),
                each -> each.id())
            .map(NamedOrganisation::state));
  }

  /** Reads one. */
  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "getOrganisationReview",
      summary = "Read an organisation that a directory names, and who decided what it is")
  @APIResponse(
      responseCode = "200",
      description = "The organisation",
      content = @Content(schema = @Schema(implementation = NamedOrganisationState.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is none",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response get(@PathParam("id") @Parameter(description = "The question") UUID id) {
    NamedOrganisation asked = organisations.require(id);
    return preconditions.answer(asked.state(), Preconditions.etag(asked.version()));
  }

  /** Decides one. */
  @POST
  @Path("/{id}/decide")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "decideOrganisationReview",
      summary = "Say which provider an organisation of a directory is, or that it is a new one",
      description =
          "Locations it runs that have no provider get it at once; later files that name it in the"
              + " same way are answered by the decision.")
  @APIResponse(
      responseCode = "200",
      description = "The decided organisation",
      content = @Content(schema = @Schema(implementation = NamedOrganisationState.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such organisation, or no such provider",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "412",
      description = "Changed since it was read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "NOT_IN_REVIEW, or not exactly one of providerId and createNew",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "428",
      description = "If-Match is missing",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response decide(
      @PathParam("id") @Parameter(description = "The question") UUID id,
      @Valid @NotNull MatchReviewResource.Decision decision) {
    NamedOrganisation asked = organisations.require(id);
    preconditions.requireMatch(asked.version());
    desk.decide(caller.authority(), asked, decision.chosen(), caller.subject(), decision.reason());
    return preconditions.changed(asked.state(), asked.version());
  }
}
