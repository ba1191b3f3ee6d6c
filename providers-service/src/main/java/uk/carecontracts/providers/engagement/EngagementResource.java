package uk.carecontracts.providers.engagement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import java.util.Map;
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

/** Meetings with providers; a provider's token reads those it took part in. */
@Path("/v1/engagements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Engagement", description = "Meetings, forums and agreed actions")
@SecurityRequirement(name = "bearer")
public class EngagementResource {

  private final EngagementRepository engagements;
  private final ActionRepository actions;
  private final EngagementDesk desk;
  private final Providers providers;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;

  EngagementResource(
      EngagementRepository engagements,
      ActionRepository actions,
      EngagementDesk desk,
      Providers providers,
      Caller caller,
      Preconditions preconditions,
      Paging paging) {
    this.engagements = engagements;
    this.actions = actions;
    this.desk = desk;
    this.providers = providers;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "EngagementPage")
  public record EngagementPage(List<EngagementState> items, @Nullable String next) {}

  /** Records a meeting. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "recordEngagement",
      summary = "Record a meeting or forum with the actions agreed there")
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = EngagementState.class)))
  @APIResponse(
      responseCode = "422",
      description = "NOT_HELD_YET or DUE_BEFORE_MEETING",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response record(@Valid @NotNull EngagementForms.NewEngagement form) {
    requireProviders(form.record());
    EngagementState state = desk.record(caller.authority(), form, caller.subject());
    return preconditions.created(state, state.id(), state.version());
  }

  private void requireProviders(EngagementForms.Record form) {
    if (form.providers() != null) {
      form.providers().forEach(providers::require);
    }
  }

  /** Lists meetings. */
  @GET
  @Transactional
  @RolesAllowed({"providers:write", "returns:submit"})
  @Operation(
      operationId = "listEngagements",
      summary = "Meetings of your authority, the latest first; with a provider's token its own")
  @APIResponse(
      responseCode = "200",
      description = "A page of meetings",
      content = @Content(schema = @Schema(implementation = EngagementPage.class)))
  public Response list(
      @QueryParam("providerId") @Parameter(description = "Only those it took part in")
          @Nullable UUID providerId,
      @QueryParam("kind") @Parameter(description = "Only of this kind")
          @Nullable EngagementKind kind,
      @QueryParam("from") @Parameter(description = "Held on this day or later")
          @Nullable LocalDate from,
      @QueryParam("to") @Parameter(description = "Held on this day or earlier")
          @Nullable LocalDate to,
      @BeanParam ListFilter part) {
    UUID provider = isOfficer() ? providerId : own();
    List<UUID> family = provider == null ? null : providers.family(provider);
    int length = Paging.limit(part.limit);
    EngagementRepository.Filter filter = new EngagementRepository.Filter(family, kind, from, to);
    String query = Cursor.fingerprint("engagements", provider, kind, from, to);
    Cursor place = Cursor.parse(part.cursor, query, 2);
    Page<Engagement> page =
        Page.of(
            engagements.search(
                filter,
                place == null ? null : place.day(0),
                place == null ? null : place.id(1),
                length + 1),
            length,
            row -> Cursor.after(query, row.heldOn(), row.id()));
    Map<UUID, List<AgreedAction>> agreed =
        actions.of(page.items().stream().map(Engagement::id).toList());
    return paging.answer(page.map(row -> row.state(agreed.getOrDefault(row.id(), List.of()))));
  }

  /** Reads a meeting. */
  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({"providers:write", "returns:submit"})
  @Operation(operationId = "getEngagement", summary = "Read a meeting with its actions")
  @APIResponse(
      responseCode = "200",
      description = "The meeting",
      content = @Content(schema = @Schema(implementation = EngagementState.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  public Response get(@PathParam("id") @Parameter(description = "The meeting") UUID id) {
    Engagement found = engagements.require(id);
    if (!isOfficer() && !found.concerns(providers.family(own()))) {
      throw ProblemException.notFound("meeting", id);
    }
    return preconditions.answer(found.state(actions.of(id)), Preconditions.etag(found.version()));
  }

  /** Corrects the record of a meeting. */
  @PUT
  @Path("/{id}")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "amendEngagement",
      summary = "Correct the record of a meeting; its actions stay")
  @APIResponse(
      responseCode = "200",
      description = "The meeting",
      content = @Content(schema = @Schema(implementation = EngagementState.class)))
  @APIResponse(
      responseCode = "422",
      description = "NOT_HELD_YET",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response amend(
      @PathParam("id") @Parameter(description = "The meeting") UUID id,
      @Valid @NotNull EngagementForms.Record form) {
    requireProviders(form);
    return changed(desk.amend(changing(id), form, caller.subject()));
  }

  private Engagement changing(UUID id) {
    Engagement found = engagements.require(id);
    preconditions.requireMatch(found.version());
    return found;
  }

  private Response changed(EngagementState state) {
    return preconditions.changed(state, state.version());
  }

  private boolean isOfficer() {
    return caller.hasScope("providers:write");
  }

  private UUID own() {
    UUID claimed =
        caller
            .providerId()
            .orElseThrow(
                () ->
                    ProblemException.forbidden(
                        "NO_PROVIDER", "Only officers and the provider itself may do this."));
    return providers.requireSurvivor(claimed).id();
  }
}
