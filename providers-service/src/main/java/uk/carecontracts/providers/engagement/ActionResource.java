package uk.carecontracts.providers.engagement;

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
import java.time.Clock;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.csv.CsvTable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.tenancy.Caller;

/** What was agreed at meetings. */
@Path("/v1/engagements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Engagement")
@SecurityRequirement(name = "bearer")
public class ActionResource {

  private final EngagementRepository engagements;
  private final ActionRepository actions;
  private final EngagementDesk desk;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;
  private final Clock clock;

  ActionResource(
      EngagementRepository engagements,
      ActionRepository actions,
      EngagementDesk desk,
      Caller caller,
      Preconditions preconditions,
      Paging paging,
      Clock clock) {
    this.engagements = engagements;
    this.actions = actions;
    this.desk = desk;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
    this.clock = clock;
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "AgreedActionPage")
  public record ActionPage(List<EngagementState.Action> items, @Nullable String next) {}

  /** Lists actions. */
  @GET
  @Path("/actions")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "listAgreedActions",
      summary = "Agreed actions over all meetings, the first due first",
      description = "As CSV with Accept: text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "A page of actions",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ActionPage.class)))
  public RestResponse<Page<EngagementState.Action>> actions(@BeanParam ActionFilter filter) {
    return paging.page(page(filter));
  }

  /** Lists actions for a spreadsheet. */
  @GET
  @Path("/actions")
  @Transactional
  @Produces("text/csv")
  @RolesAllowed("providers:write")
  @Operation(hidden = true)
  public Response actionsAsCsv(@BeanParam ActionFilter filter) {
    Page<EngagementState.Action> page = page(filter);
    CsvTable table =
        new CsvTable(
            "id",
            "engagementId",
            "what",
            "owner",
            "dueOn",
            "status",
            "closedOn",
            "outcome",
            "timesPutOff");
    for (EngagementState.Action row : page.items()) {
      table.line(
          row.id(),
          row.engagementId(),
          row.what(),
          row.owner(),
          row.dueOn(),
          row.status(),
          row.closedOn(),
          row.outcome(),
          row.timesPutOff());
    }
    return paging.answer(page, table.text());
  }

  private Page<EngagementState.Action> page(ActionFilter asked) {
    ActionRepository.Filter filter = asked.on(LocalDate.now(clock));
    int length = Paging.limit(asked.limit);
    String query = Cursor.fingerprint("actions", filter);
    Cursor place = Cursor.parse(asked.cursor, query, 2);
    return Page.of(
        actions
            .search(
                filter,
                place == null ? null : place.day(0),
                place == null ? null : place.id(1),
                length + 1)
            .stream()
            .map(AgreedAction::state)
            .toList(),
        length,
        row -> Cursor.after(query, row.dueOn(), row.id()));
  }

  /** Agrees an action. */
  @POST
  @Path("/{id}/actions")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(operationId = "agreeAction", summary = "Add an action that was agreed at a meeting")
  @APIResponse(
      responseCode = "200",
      description = "The meeting with the action",
      content = @Content(schema = @Schema(implementation = EngagementState.class)))
  @APIResponse(
      responseCode = "422",
      description = "DUE_BEFORE_MEETING",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response agree(
      @PathParam("id") @Parameter(description = "The meeting") UUID id,
      @Valid @NotNull EngagementForms.NewAction form) {
    return changed(desk.agree(changing(id), form, caller.subject()));
  }

  /** An action is done. */
  @POST
  @Path("/{id}/actions/{actionId}/complete")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(operationId = "completeAction", summary = "An action is done; say what came of it")
  @APIResponse(
      responseCode = "200",
      description = "The meeting with the action",
      content = @Content(schema = @Schema(implementation = EngagementState.class)))
  @APIResponse(
      responseCode = "422",
      description = "ACTION_CLOSED",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response complete(
      @PathParam("id") @Parameter(description = "The meeting") UUID id,
      @PathParam("actionId") @Parameter(description = "The action") UUID actionId,
      @Valid @NotNull EngagementForms.Closing form) {
    return close(id, actionId, ActionStatus.DONE, form);
  }

  /** An action is dropped. */
  @POST
  @Path("/{id}/actions/{actionId}/drop")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(operationId = "dropAction", summary = "An action is not to be done any more; say why")
  @APIResponse(
      responseCode = "200",
      description = "The meeting with the action",
      content = @Content(schema = @Schema(implementation = EngagementState.class)))
  @APIResponse(
      responseCode = "422",
      description = "ACTION_CLOSED",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response drop(
      @PathParam("id") @Parameter(description = "The meeting") UUID id,
      @PathParam("actionId") @Parameter(description = "The action") UUID actionId,
      @Valid @NotNull EngagementForms.Closing form) {
    return close(id, actionId, ActionStatus.DROPPED, form);
  }

  private Response close(UUID id, UUID actionId, ActionStatus how, EngagementForms.Closing form) {
    Engagement engagement = changing(id);
    return changed(
        desk.close(
            engagement, actions.require(id, actionId), how, form.outcome(), caller.subject()));
  }

  /** An action is put off. */
  @POST
  @Path("/{id}/actions/{actionId}/put-off")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "putActionOff",
      summary = "Give an action more time, with the reason; how often is counted")
  @APIResponse(
      responseCode = "200",
      description = "The meeting with the action",
      content = @Content(schema = @Schema(implementation = EngagementState.class)))
  @APIResponse(
      responseCode = "422",
      description = "ACTION_CLOSED or NOT_LATER",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response putOff(
      @PathParam("id") @Parameter(description = "The meeting") UUID id,
      @PathParam("actionId") @Parameter(description = "The action") UUID actionId,
      @Valid @NotNull EngagementForms.PutOff form) {
    Engagement engagement = changing(id);
    return changed(desk.putOff(engagement, actions.require(id, actionId), form, caller.subject()));
  }

  private Engagement changing(UUID id) {
    Engagement found = engagements.require(id);
    preconditions.requireMatch(found.version());
    return found;
  }

  private Response changed(EngagementState state) {
    return preconditions.changed(state, state.version());
  }
}
