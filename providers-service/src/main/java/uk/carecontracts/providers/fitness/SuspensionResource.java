package uk.carecontracts.providers.fitness;

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
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.providers.register.Providers;

/** Suspensions of a provider by the caller's authority. */
@Path("/v1/providers/{id}/suspensions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Suspension", description = "No new work for a provider, with right of reply")
@SecurityRequirement(name = "bearer")
public class SuspensionResource {

  private final Providers providers;
  private final SuspensionRepository suspensions;
  private final VisibleProviders visible;
  private final FitnessDesk desk;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;

  SuspensionResource(
      Providers providers,
      SuspensionRepository suspensions,
      VisibleProviders visible,
      FitnessDesk desk,
      Caller caller,
      Preconditions preconditions,
      Paging paging) {
    this.providers = providers;
    this.suspensions = suspensions;
    this.visible = visible;
    this.desk = desk;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "SuspensionPage")
  public record SuspensionPage(List<SuspensionState> items, @Nullable String next) {}

  /** Imposes a suspension. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "suspendProvider",
      summary = "Suspend a provider",
      description = "It lifts itself the day after its last day; the provider may reply.")
  @APIResponse(
      responseCode = "201",
      description = "Suspended",
      content = @Content(schema = @Schema(implementation = SuspensionState.class)))
  @APIResponse(
      responseCode = "409",
      description = "SUSPENSION_STANDS: it was imposed before",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "ENDS_TOO_EARLY or NO_TIME_TO_REPLY",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response suspend(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @Valid @NotNull FitnessForms.NewSuspension form) {
    UUID provider = providers.requireSurvivor(id).id();
    Suspension imposed = desk.impose(caller.authority(), provider, form, caller.subject());
    return preconditions.created(imposed.state(), imposed.id(), imposed.version());
  }

  /** Lists suspensions. */
  @GET
  @Transactional
  @Authenticated
  @Operation(
      operationId = "listSuspensions",
      summary = "Your authority's suspensions of a provider, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of suspensions",
      content = @Content(schema = @Schema(implementation = SuspensionPage.class)))
  public Response list(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @BeanParam ListFilter part) {
    List<UUID> family = visible(id);
    return paging.answer(
        Page.byId(
                Cursor.fingerprint("suspensions", id),
                part.cursor,
                part.limit,
                (before, most) -> suspensions.of(family, before, most),
                row -> row.id())
            .map(Suspension::state));
  }

  /** Reads one suspension. */
  @GET
  @Path("/{suspensionId}")
  @Transactional
  @Authenticated
  @Operation(operationId = "getSuspension", summary = "Read a suspension")
  @APIResponse(
      responseCode = "200",
      description = "The suspension",
      content = @Content(schema = @Schema(implementation = SuspensionState.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  @APIResponse(
      responseCode = "404",
      description = "There is none of your authority",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response get(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @PathParam("suspensionId") @Parameter(description = "The suspension") UUID suspensionId) {
    Suspension found = suspensions.require(visible(id), suspensionId);
    return preconditions.answer(found.state(), Preconditions.etag(found.version()));
  }

  /** A provider replies. */
  @POST
  @Path("/{suspensionId}/reply")
  @Transactional
  @Idempotent
  @RolesAllowed("returns:submit")
  @Operation(
      operationId = "replyToSuspension",
      summary = "Reply to your suspension, once and in time")
  @APIResponse(
      responseCode = "200",
      description = "The suspension with the reply",
      content = @Content(schema = @Schema(implementation = SuspensionState.class)))
  @APIResponse(
      responseCode = "403",
      description = "NOT_YOUR_SUSPENSION: the token acts for another provider",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "ALREADY_REPLIED, REPLY_TOO_LATE or NOT_IN_FORCE",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "428",
      description = "If-Match is missing",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response reply(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @PathParam("suspensionId") @Parameter(description = "The suspension") UUID suspensionId,
      @Valid @NotNull FitnessForms.Reply form) {
    List<UUID> family = visible(id);
    if (caller.providerId().isEmpty()) {
      throw ProblemException.forbidden("NO_PROVIDER", "Only the provider itself may reply.");
    }
    Suspension found = suspensions.require(family, suspensionId);
    preconditions.requireMatch(found.version());
    desk.answer(found, form.text());
    return preconditions.changed(found.state(), found.version());
  }

  /** Lifts a suspension. */
  @POST
  @Path("/{suspensionId}/lift")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(operationId = "liftSuspension", summary = "Lift a suspension before its last day")
  @APIResponse(
      responseCode = "200",
      description = "Lifted",
      content = @Content(schema = @Schema(implementation = SuspensionState.class)))
  @APIResponse(
      responseCode = "422",
      description = "NOT_IN_FORCE",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "428",
      description = "If-Match is missing",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response lift(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @PathParam("suspensionId") @Parameter(description = "The suspension") UUID suspensionId,
      @Valid @NotNull FitnessForms.Reason form) {
    Suspension found = suspensions.require(visible(id), suspensionId);
    preconditions.requireMatch(found.version());
    desk.lift(found, form.reason());
    return preconditions.changed(found.state(), found.version());
  }

  private List<UUID> visible(UUID id) {
    return visible.family(
        id,
        () ->
            ProblemException.forbidden(
                "NOT_YOUR_SUSPENSION", "The token acts for another provider."));
  }
}
