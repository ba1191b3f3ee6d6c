package uk.carecontracts.providers.register;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.tenancy.Caller;

/** The shared provider database. */
@Path("/v1/providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Providers", description = "One record for each organisation that provides care")
@SecurityRequirement(name = "bearer")
public class ProviderResource {

  private final Providers providers;
  private final ProviderDesk desk;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;

  ProviderResource(
      Providers providers,
      ProviderDesk desk,
      Caller caller,
      Preconditions preconditions,
      Paging paging) {
    this.providers = providers;
    this.desk = desk;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  /** Registers a provider. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "registerProvider",
      summary = "Register a provider",
      description =
          "Refused with 409 when a record of this organisation exists; the answer names it.")
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(implementation = ProviderState.class)))
  @APIResponse(
      responseCode = "409",
      description = "IDENTIFIER_TAKEN or PROVIDER_EXISTS: the detail names the holder",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "INVALID_IDENTIFIER, INVALID_POSTCODE or NOT_A_PROVIDER_NAME",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response register(@Valid @NotNull ProviderForms.NewProvider form) {
    Provider provider =
        desk.register(
            caller.authority(),
            form.details(),
            Objects.requireNonNullElse(form.distinctFrom(), Set.of()));
    return preconditions.created(provider.state(), provider.id(), provider.version());
  }

  /** Searches providers. */
  @GET
  @Transactional
  @Authenticated
  @Operation(
      operationId = "listProviders",
      summary = "Search providers across all authorities, by name")
  @APIResponse(
      responseCode = "200",
      description = "A page of providers; next continues it",
      content = @Content(schema = @Schema(implementation = ProviderPage.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is unknown or cannot be read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response list(@BeanParam ProviderFilter filter) {
    return paging.answer(page(filter).map(Provider::state));
  }

  /** Searches providers for a spreadsheet. */
  @GET
  @Transactional
  @Authenticated
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response listAsCsv(@BeanParam ProviderFilter filter) {
    Page<ProviderState> page = page(filter).map(Provider::state);
    return paging.answer(page, ProviderCsv.of(page.items()));
  }

  private Page<Provider> page(ProviderFilter filter) {
    int length = Paging.limit(filter.limit);
    String query = filter.fingerprint();
    Cursor from = Cursor.parse(filter.cursor, query, 2);
    List<Provider> rows = providers.search(filter, from, length + 1);
    return Page.of(rows, length, p -> Cursor.after(query, p.sortName(), p.id()));
  }

  /** Reads one provider. */
  @GET
  @Path("/{id}")
  @Transactional
  @Authenticated
  @Operation(operationId = "getProvider", summary = "Read a provider")
  @APIResponse(
      responseCode = "200",
      description = "The provider",
      content = @Content(schema = @Schema(implementation = ProviderState.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(
      responseCode = "308",
      description = "Merged: Location is the surviving record. asIs=true reads the duplicate")
  @APIResponse(
      responseCode = "404",
      description = "There is no such provider",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response get(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @QueryParam("asIs")
          @Parameter(description = "true to read a merged record itself instead of its survivor")
          @Nullable Boolean asIs) {
    Provider provider = providers.require(id);
    if (provider.mergedInto() != null && !Boolean.TRUE.equals(asIs)) {
      UUID survivor = providers.requireSurvivor(id).id();
      return Response.status(Response.Status.PERMANENT_REDIRECT)
          .location(
              UriBuilder.fromResource(ProviderResource.class).path(survivor.toString()).build())
          .build();
    }
    return preconditions.answer(provider.state(), Preconditions.etag(provider.version()));
  }

  /** Corrects a provider. */
  @PATCH
  @Path("/{id}")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "amendProvider",
      summary = "Correct a provider",
      description = "What is absent stays as it is. Needs If-Match with the ETag that was read.")
  @APIResponse(
      responseCode = "200",
      description = "The corrected provider",
      content = @Content(schema = @Schema(implementation = ProviderState.class)))
  @APIResponse(
      responseCode = "409",
      description = "IDENTIFIER_TAKEN",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "412",
      description = "Changed since it was read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "428",
      description = "If-Match is missing",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response amend(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @Valid @NotNull ProviderForms.Amendment form) {
    Provider provider = providers.require(id);
    preconditions.requireMatch(provider.version());
    String why = Objects.requireNonNullElse(form.reason(), "Corrected through the API");
    desk.correct(caller.authority(), provider, form.over(provider.details()), why);
    return preconditions.changed(provider.state(), provider.version());
  }

  /** Merges a duplicate into another record. */
  @POST
  @Path("/{id}/merge")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "mergeProvider",
      summary = "Declare this record a duplicate of another",
      description =
          "The survivor takes its names and identifiers over; reading the duplicate redirects to"
              + " it. Refused when registers prove that they are two organisations.")
  @APIResponse(
      responseCode = "200",
      description = "The survivor",
      content = @Content(schema = @Schema(implementation = ProviderState.class)))
  @APIResponse(
      responseCode = "422",
      description = "PROVIDER_MERGED, MERGE_INTO_ITSELF or IDENTIFIERS_CONTRADICT",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response merge(
      @PathParam("id") @Parameter(description = "The duplicate") UUID id,
      @Valid @NotNull ProviderForms.Merge form) {
    Provider duplicate = providers.require(id);
    preconditions.requireMatch(duplicate.version());
    Provider survivor = providers.require(form.into());
    desk.merge(caller.authority(), duplicate, survivor, form.reason());
    return preconditions.changed(survivor.state(), survivor.version());
  }

  /** Takes a merge back. */
  @POST
  @Path("/{id}/merge/undo")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "undoProviderMerge",
      summary = "Take a merge back",
      description = "Both records stand as before; the survivor loses only what it had gained.")
  @APIResponse(
      responseCode = "200",
      description = "The record that is no duplicate after all",
      content = @Content(schema = @Schema(implementation = ProviderState.class)))
  @APIResponse(
      responseCode = "422",
      description = "NOT_MERGED",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response undoMerge(
      @PathParam("id") @Parameter(description = "The merged record") UUID id,
      @Valid @NotNull ProviderForms.Undo form) {
    Provider duplicate = providers.require(id);
    preconditions.requireMatch(duplicate.version());
    desk.unmerge(caller.authority(), duplicate, form.reason());
    return preconditions.changed(duplicate.state(), duplicate.version());
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "ProviderPage")
  public record ProviderPage(List<ProviderState> items, @Nullable String next) {}
}
