package uk.carecontracts.contracts.placements;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import uk.carecontracts.contracts.register.HistoryItem;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.tenancy.Caller;

/** One person's package of care: start, terms, end. */
@Path("/v1/placements")
@Tag(name = "Placements", description = "People's packages of care, bought singly or in a block")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlacementResource {
  private final PlacementDesk desk;
  private final Journal journal;
  private final Preconditions preconditions;
  private final Paging paging;
  private final Caller caller;

  PlacementResource(
      PlacementDesk desk,
      Journal journal,
      Preconditions preconditions,
      Paging paging,
      Caller caller) {
    this.desk = desk;
    this.journal = journal;
    this.preconditions = preconditions;
    this.paging = paging;
    this.caller = caller;
  }

  /**
   * A placement ends.
   *
   * @param date its last day, which may lie ahead
   * @param reason why
   */
  public record EndRequest(@NotNull LocalDate date, @NotBlank @Size(max = 2000) String reason) {}

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "startPlacement",
      summary = "Start a placement, spot or within a block, under a contract or without one")
  @APIResponse(
      responseCode = "201",
      description = "The placement, with its place and entity tag",
      headers = {@Header(name = "Location"), @Header(name = "ETag")},
      content = @Content(schema = @Schema(implementation = PlacementState.class)))
  @APIResponse(responseCode = "403", description = "The contract is another authority's")
  @APIResponse(responseCode = "404", description = "There is no such contract")
  @APIResponse(responseCode = "409", description = "The reference is another placement's")
  @APIResponse(
      responseCode = "422",
      description =
          "PERSON_REFERENCE_NOT_PSEUDONYMOUS, PROVIDER_SUSPENDED, CONTRACT_NOT_ACTIVE,"
              + " PROVIDER_NOT_IN_CONTRACT, PROVIDER_NOT_ADMITTED, OUTSIDE_TERM,"
              + " BLOCK_NEEDS_CONTRACT, PLACEMENT_INCOMPLETE or PLACEMENT_INVALID, with reasons")
  public Response start(@NotNull @Valid PlacementRequest request) {
    PlacementState state = desk.start(caller.authority(), request);
    return preconditions.created(state, state.id(), state.version());
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getPlacement", summary = "Read a placement with all its terms")
  @APIResponse(
      responseCode = "200",
      description = "The placement",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = PlacementState.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  public Response get(@PathParam("id") UUID id) {
    PlacementState state = desk.require(id).state();
    return preconditions.answer(state, Preconditions.etag(state.version()));
  }

  @POST
  @Path("/{id}/change")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "changePlacement",
      summary = "Give a placement new terms, such as another price, from a day on")
  @APIResponse(
      responseCode = "200",
      description = "The placement after the change",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = PlacementState.class)))
  @APIResponse(responseCode = "422", description = "It has ended, or the day is out of order")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response change(@PathParam("id") UUID id, @NotNull @Valid PlacementChange change) {
    PlacementState state = desk.change(id, preconditions::requireMatch, change);
    return preconditions.changed(state, state.version());
  }

  @POST
  @Path("/{id}/end")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "endPlacement",
      summary = "Settle or correct the last day of a placement; it has ended once that has come")
  @APIResponse(
      responseCode = "200",
      description = "The placement after it",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = PlacementState.class)))
  @APIResponse(responseCode = "422", description = "It has ended, or the day is too early")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response end(@PathParam("id") UUID id, @NotNull @Valid EndRequest body) {
    PlacementState state = desk.end(id, preconditions::requireMatch, body.date(), body.reason());
    return preconditions.changed(state, state.version());
  }

  @GET
  @Path("/{id}/history")
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getPlacementHistory",
      summary = "Every version of a placement: who, when, what and why; newest first")
  @APIResponse(responseCode = "200", description = "A page of versions")
  public RestResponse<Page<HistoryItem>> history(
      @PathParam("id") UUID id, @BeanParam ListFilter part) {
    desk.require(id);
    int length = Paging.limit(part.limit);
    String query = Cursor.fingerprint("placement-history", id);
    Cursor from = Cursor.parse(part.cursor, query, 1);
    long before = from == null ? Long.MAX_VALUE : from.number(0);
    return paging.page(
        Page.of(
            journal.history(PlacementDesk.AGGREGATE, id, before, length + 1).stream()
                .map(HistoryItem::of)
                .toList(),
            length,
            item -> Cursor.after(query, item.version())));
  }
}
