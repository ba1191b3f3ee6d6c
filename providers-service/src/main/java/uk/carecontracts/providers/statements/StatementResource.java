package uk.carecontracts.providers.statements;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
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
import uk.carecontracts.kit.tenancy.Caller;

/** Statements while officers work on them. */
@Path("/v1/market-position-statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Market position statements",
    description = "What the authority tells its market, edition by edition")
@SecurityRequirement(name = "bearer")
public class StatementResource {

  private final StatementRepository statements;
  private final StatementDesk desk;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;

  StatementResource(
      StatementRepository statements,
      StatementDesk desk,
      Caller caller,
      Preconditions preconditions,
      Paging paging) {
    this.statements = statements;
    this.desk = desk;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  /** A draft as lists show it. */
  @Schema(name = "StatementDraftItem")
  public record Item(
      UUID id, String title, int edition, String editedBy, Instant editedAt, long version) {}

  /** Shape of a page, for the API document. */
  @Schema(name = "StatementDraftPage")
  public record DraftPage(List<Item> items, @Nullable String next) {}

  /** Drafts a statement. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "draftMarketPositionStatement",
      summary = "Draft a statement: your words, with figures assembled from the data",
      description =
          "Figures come from the named forecasts, the register of locations, the prices of running"
              + " placements and agreements, and the contracts that end within two years.")
  @APIResponse(
      responseCode = "201",
      description = "The draft with its figures",
      content = @Content(schema = @Schema(implementation = StatementState.class)))
  @APIResponse(
      responseCode = "422",
      description = "STATEMENT_BROKEN: every breach is listed",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response draft(@Valid @NotNull StatementForms.Draft form) {
    Statement fresh = desk.draft(caller.authority(), form);
    return preconditions.created(fresh.state(), fresh.id(), fresh.version());
  }

  /** Lists drafts. */
  @GET
  @Path("/drafts")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "listStatementDrafts",
      summary = "Your authority's statements as they stand in draft, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of drafts",
      content = @Content(schema = @Schema(implementation = DraftPage.class)))
  public Response drafts(@BeanParam ListFilter part) {
    return paging.answer(
        Page.byId(
                Cursor.fingerprint("statement-drafts"),
                part.cursor,
                part.limit,
                (before, most) -> statements.page(before, most),
                row -> row.id())
            .map(StatementResource::item));
  }

  private static Item item(Statement statement) {
    StatementState state = statement.state();
    return new Item(
        state.id(),
        state.content().title(),
        state.edition(),
        state.editedBy(),
        state.editedAt(),
        state.version());
  }

  /** Reads a draft. */
  @GET
  @Path("/{id}/draft")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "getStatementDraft",
      summary = "The draft; as the page it would be with Accept: text/html")
  @APIResponse(
      responseCode = "200",
      description = "The draft",
      content = @Content(schema = @Schema(implementation = StatementState.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  public Response get(@PathParam("id") @Parameter(description = "The statement") UUID id) {
    Statement statement = statements.require(id);
    return preconditions.answer(statement.state(), Preconditions.etag(statement.version()));
  }

  /** Reads a draft as the page it would be. */
  @GET
  @Path("/{id}/draft")
  @Transactional
  @RolesAllowed("providers:write")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response getAsPage(@PathParam("id") UUID id) {
    return Response.ok(StatementPages.of(statements.require(id).state())).build();
  }

  /** Edits a draft. */
  @PUT
  @Path("/{id}/draft")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "editStatementDraft",
      summary = "Replace the words of the draft; the figures are assembled anew",
      description = "What is published stays as it is.")
  @APIResponse(
      responseCode = "200",
      description = "The draft with its figures",
      content = @Content(schema = @Schema(implementation = StatementState.class)))
  @APIResponse(
      responseCode = "422",
      description = "STATEMENT_BROKEN: every breach is listed",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response edit(
      @PathParam("id") @Parameter(description = "The statement") UUID id,
      @Valid @NotNull StatementForms.Draft form) {
    Statement statement = statements.require(id);
    preconditions.requireMatch(statement.version());
    desk.edit(statement, form);
    return preconditions.changed(statement.state(), statement.version());
  }

  /** Publishes the draft. */
  @POST
  @Path("/{id}/publish")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "publishMarketPositionStatement",
      summary = "Publish the draft as the next edition, open to everyone",
      description = "Earlier editions stay reachable.")
  @APIResponse(
      responseCode = "200",
      description = "The edition as everyone reads it",
      content = @Content(schema = @Schema(implementation = Edition.Published.class)))
  @APIResponse(
      responseCode = "422",
      description =
          "STATEMENT_INCOMPLETE: what is still to be said is listed; or STATEMENT_STALE: the figures"
              + " are not of today",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response publish(
      @PathParam("id") @Parameter(description = "The statement") UUID id,
      @Valid @NotNull StatementForms.Publication form) {
    Statement statement = statements.require(id);
    preconditions.requireMatch(statement.version());
    Edition edition = desk.publish(statement, form.changeNote(), caller.subject());
    return preconditions.changed(edition.published(), statement.version());
  }
}
