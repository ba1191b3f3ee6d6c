package uk.carecontracts.contracts.options;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Preconditions;

/** Break clauses of a contract. */
@Path("/v1/contracts/{contractId}/break-clauses")
@Tag(name = "Options")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "There is no such contract or clause")
public class BreakClauseResource {
  private final BreakDesk desk;
  private final Preconditions preconditions;

  BreakClauseResource(BreakDesk desk, Preconditions preconditions) {
    this.desk = desk;
    this.preconditions = preconditions;
  }

  /** The clauses of one contract; there are few, so they come at once. */
  public record BreakClauses(List<BreakClauseView> items) {}

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "defineBreakClause",
      summary = "Define a right to end the contract early; If-Match with the contract's ETag")
  @APIResponse(
      responseCode = "201",
      description = "The clause, open, with its notice deadlines",
      headers = {@Header(name = "Location"), @Header(name = "ETag")},
      content = @Content(schema = @Schema(implementation = BreakClauseView.class)))
  @APIResponse(
      responseCode = "422",
      description = "OPTION_NOT_DEFINABLE: its window lies outside the term, or it comes too late")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response define(
      @PathParam("contractId") UUID contractId, @NotNull @Valid BreakRequest request) {
    BreakClauseView view = desk.define(contractId, preconditions::requireMatch, request);
    return preconditions.created(view, view.id(), view.version());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(operationId = "listBreakClauses", summary = "The clauses by their windows")
  @APIResponse(responseCode = "200", description = "Every clause with its notice deadlines")
  public BreakClauses list(@PathParam("contractId") UUID contractId) {
    return new BreakClauses(desk.list(contractId));
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getBreakClause", summary = "One clause")
  @APIResponse(
      responseCode = "200",
      description = "The clause",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = BreakClauseView.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  public Response get(@PathParam("contractId") UUID contractId, @PathParam("id") UUID id) {
    BreakClauseView view = desk.get(contractId, id);
    return preconditions.answer(view, Preconditions.etag(view.version()));
  }

  @POST
  @Path("/{id}/exercise")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "exerciseBreakClause",
      summary = "Break the contract off: it runs to a day of the window and expires there")
  @APIResponse(
      responseCode = "200",
      description = "The clause",
      content = @Content(schema = @Schema(implementation = BreakClauseView.class)))
  @APIResponse(
      responseCode = "422",
      description = "BREAK_NOT_POSSIBLE with every reason: window, notice, who holds it …")
  @APIResponse(responseCode = "428", description = "If-Match with the clause's ETag is missing")
  public Response exercise(
      @PathParam("contractId") UUID contractId,
      @PathParam("id") UUID id,
      @NotNull @Valid BreakDecision decision) {
    BreakClauseView view = desk.exercise(contractId, id, preconditions::requireMatch, decision);
    return preconditions.changed(view, view.version());
  }

  @POST
  @Path("/{id}/lapse")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "lapseBreakClause",
      summary = "Let a clause go; without notice it lapses by itself after its deadline")
  @APIResponse(
      responseCode = "200",
      description = "The clause",
      content = @Content(schema = @Schema(implementation = BreakClauseView.class)))
  @APIResponse(responseCode = "422", description = "It is not open")
  @APIResponse(responseCode = "428", description = "If-Match with the clause's ETag is missing")
  public Response lapse(
      @PathParam("contractId") UUID contractId,
      @PathParam("id") UUID id,
      @NotNull @Valid ExtensionOptionResource.Lapse body) {
    BreakClauseView view = desk.lapse(contractId, id, preconditions::requireMatch, body.reason());
    return preconditions.changed(view, view.version());
  }
}
