package uk.carecontracts.contracts.savedsearches;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.tenancy.Caller;

/** Searches of the register that the people of an authority share. */
@Path("/v1/saved-searches")
@Tag(name = "Saved searches", description = "Searches of the register, kept under a name")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@APIResponse(responseCode = "400", description = "The request cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "The scope is missing")
public class SavedSearchResource {
  private final SavedSearchDesk desk;
  private final Paging paging;
  private final Preconditions preconditions;
  private final Caller caller;

  SavedSearchResource(
      SavedSearchDesk desk, Paging paging, Preconditions preconditions, Caller caller) {
    this.desk = desk;
    this.paging = paging;
    this.preconditions = preconditions;
    this.caller = caller;
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(operationId = "listSavedSearches", summary = "The authority's saved searches")
  @APIResponse(responseCode = "200", description = "A page of searches; href finds the contracts")
  public RestResponse<Page<SavedSearch>> list(@BeanParam ListFilter part) {
    return paging.page(
        Page.byId(
            Cursor.fingerprint("saved-searches"),
            part.cursor,
            part.limit,
            (after, most) -> desk.list(caller.authority(), after, most),
            row -> row.id()));
  }

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "saveSearch", summary = "Keep a search under a name")
  @APIResponse(
      responseCode = "201",
      description = "The search as kept",
      content = @Content(schema = @Schema(implementation = SavedSearch.class)))
  @APIResponse(responseCode = "409", description = "Another search has this name")
  public Response keep(@NotNull @Valid SavedSearchDesk.Form form) {
    SavedSearch kept = desk.keep(caller.authority(), form);
    return preconditions.created(kept, kept.id(), kept.version());
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getSavedSearch", summary = "A saved search")
  @APIResponse(
      responseCode = "200",
      description = "The search",
      content = @Content(schema = @Schema(implementation = SavedSearch.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  @APIResponse(responseCode = "404", description = "There is no such search")
  public Response get(@PathParam("id") @Parameter(description = "Identity of the search") UUID id) {
    SavedSearch search = desk.require(id);
    return preconditions.answer(search, Preconditions.etag(search.version()));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed("contracts:write")
  @Transactional
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "replaceSavedSearch", summary = "Change a saved search or its name")
  @APIResponse(
      responseCode = "200",
      description = "The search as changed",
      content = @Content(schema = @Schema(implementation = SavedSearch.class)))
  @APIResponse(responseCode = "404", description = "There is no such search")
  @APIResponse(responseCode = "409", description = "Another search has this name")
  @APIResponse(responseCode = "412", description = "Someone changed it since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response replace(
      @PathParam("id") @Parameter(description = "Identity of the search") UUID id,
      @NotNull @Valid SavedSearchDesk.Form form) {
    SavedSearch after = desk.replace(id, preconditions::requireMatch, form);
    return preconditions.changed(after, after.version());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(operationId = "deleteSavedSearch", summary = "Forget a saved search")
  @APIResponse(responseCode = "204", description = "It is forgotten")
  @APIResponse(responseCode = "404", description = "There is no such search")
  @APIResponse(responseCode = "412", description = "Someone changed it since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public void forget(@PathParam("id") @Parameter(description = "Identity of the search") UUID id) {
    desk.forget(id, preconditions::requireMatch);
  }
}
