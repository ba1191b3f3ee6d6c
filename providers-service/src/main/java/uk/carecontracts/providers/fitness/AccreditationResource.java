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

/** Accreditations of a provider by the caller's authority. */
@Path("/v1/providers/{id}/accreditations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accreditation", description = "Levels 1 to 3 by service, with evidence and expiry")
@SecurityRequirement(name = "bearer")
public class AccreditationResource {

  private final Providers providers;
  private final AccreditationRepository accreditations;
  private final VisibleProviders visible;
  private final FitnessDesk desk;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;

  AccreditationResource(
      Providers providers,
      AccreditationRepository accreditations,
      VisibleProviders visible,
      FitnessDesk desk,
      Caller caller,
      Preconditions preconditions,
      Paging paging) {
    this.providers = providers;
    this.accreditations = accreditations;
    this.visible = visible;
    this.desk = desk;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "AccreditationPage")
  public record AccreditationPage(List<AccreditationState> items, @Nullable String next) {}

  /** Grants an accreditation. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "grantAccreditation",
      summary = "Grant a level for a service",
      description = "Replaces the authority's earlier accreditation for the same service.")
  @APIResponse(
      responseCode = "201",
      description = "Granted",
      content = @Content(schema = @Schema(implementation = AccreditationState.class)))
  @APIResponse(
      responseCode = "422",
      description = "REVIEWER_GRANTS, EXPIRES_BEFORE_START or REVIEW_OUTSIDE_TERM",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response grant(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @Valid @NotNull FitnessForms.NewAccreditation form) {
    UUID provider = providers.requireSurvivor(id).id();
    Accreditation granted = desk.grant(caller.authority(), provider, form, caller.subject());
    return preconditions.created(granted.state(), granted.id(), granted.version());
  }

  /** Lists accreditations. */
  @GET
  @Transactional
  @Authenticated
  @Operation(
      operationId = "listAccreditations",
      summary = "Your authority's accreditations of a provider, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of accreditations",
      content = @Content(schema = @Schema(implementation = AccreditationPage.class)))
  @APIResponse(
      responseCode = "403",
      description = "NOT_YOUR_ACCREDITATION: the token acts for another provider",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response list(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @QueryParam("asOf") @Parameter(description = "Only those in force on this day")
          @Nullable LocalDate asOf,
      @BeanParam ListFilter part) {
    List<UUID> family = visible(id);
    return paging.answer(
        Page.byId(
                Cursor.fingerprint("accreditations", id, asOf),
                part.cursor,
                part.limit,
                (before, most) -> accreditations.of(family, asOf, before, most),
                row -> row.id())
            .map(Accreditation::state));
  }

  /** Reads one accreditation. */
  @GET
  @Path("/{accreditationId}")
  @Transactional
  @Authenticated
  @Operation(operationId = "getAccreditation", summary = "Read an accreditation")
  @APIResponse(
      responseCode = "200",
      description = "The accreditation",
      content = @Content(schema = @Schema(implementation = AccreditationState.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  @APIResponse(
      responseCode = "403",
      description = "NOT_YOUR_ACCREDITATION: the token acts for another provider",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is none of your authority",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response get(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @PathParam("accreditationId") @Parameter(description = "The accreditation")
          UUID accreditationId) {
    Accreditation found = accreditations.require(visible(id), accreditationId);
    return preconditions.answer(found.state(), Preconditions.etag(found.version()));
  }

  /** Withdraws an accreditation. */
  @POST
  @Path("/{accreditationId}/withdraw")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(operationId = "withdrawAccreditation", summary = "Withdraw an accreditation")
  @APIResponse(
      responseCode = "200",
      description = "Withdrawn",
      content = @Content(schema = @Schema(implementation = AccreditationState.class)))
  @APIResponse(
      responseCode = "422",
      description = "NOT_GRANTED",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "428",
      description = "If-Match is missing",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response withdraw(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @PathParam("accreditationId") @Parameter(description = "The accreditation")
          UUID accreditationId,
      @Valid @NotNull FitnessForms.Reason form) {
    Accreditation found = accreditations.require(visible(id), accreditationId);
    preconditions.requireMatch(found.version());
    desk.withdraw(found, form.reason());
    return preconditions.changed(found.state(), found.version());
  }

  private List<UUID> visible(UUID id) {
    return visible.family(
        id,
        () ->
            ProblemException.forbidden(
                "NOT_YOUR_ACCREDITATION", "The token acts for another provider."));
  }
}
