package uk.carecontracts.providers.locations;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
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
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.journal.JournalVersion;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.providers.register.Providers;

/** Registered homes and branches. */
@Path("/v1/locations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Locations", description = "Registered homes and branches with their history")
@SecurityRequirement(name = "bearer")
public class LocationResource {

  private final LocationRepository locations;
  private final LocationDesk desk;
  private final Providers providers;
  private final Journal journal;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;

  LocationResource(
      LocationRepository locations,
      LocationDesk desk,
      Providers providers,
      Journal journal,
      Caller caller,
      Preconditions preconditions,
      Paging paging) {
    this.locations = locations;
    this.desk = desk;
    this.providers = providers;
    this.journal = journal;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "LocationPage")
  public record LocationPage(List<LocationState> items, @Nullable String next) {}

  /** Searches locations. */
  @GET
  @Transactional
  @Authenticated
  @Operation(operationId = "listLocations", summary = "Search locations in every area, by name")
  @APIResponse(
      responseCode = "200",
      description = "A page of locations; next continues it",
      content = @Content(schema = @Schema(implementation = LocationPage.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is unknown or cannot be read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response list(@BeanParam LocationFilter filter) {
    return paging.answer(page(filter));
  }

  /** Searches locations for a spreadsheet. */
  @GET
  @Transactional
  @Authenticated
  @Produces("text/csv")
  @Operation(hidden = true)
  public Response listAsCsv(@BeanParam LocationFilter filter) {
    Page<LocationState> page = page(filter);
    return paging.answer(page, LocationCsv.of(page.items()));
  }

  private Page<LocationState> page(LocationFilter filter) {
    int length = Paging.limit(filter.limit);
    String query = filter.fingerprint();
    Cursor from = Cursor.parse(filter.cursor, query, 2);
    return Page.of(
            locations.search(filter, from, length + 1),
            length,
            location -> Cursor.after(query, location.name().toLowerCase(Locale.UK), location.id()))
        .map(Location::state);
  }

  /** Reads one location. */
  @GET
  @Path("/{id}")
  @Transactional
  @Authenticated
  @Operation(operationId = "getLocation", summary = "Read a location")
  @APIResponse(
      responseCode = "200",
      description = "The location",
      content = @Content(schema = @Schema(implementation = LocationState.class)))
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(
      responseCode = "404",
      description = "There is no such location",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response get(@PathParam("id") @Parameter(description = "The location") UUID id) {
    Location location = locations.require(id);
    return preconditions.answer(location.state(), Preconditions.etag(location.version()));
  }

  /** Registers a location. */
  @POST
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(operationId = "registerLocation", summary = "Register a location")
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(implementation = LocationState.class)))
  @APIResponse(
      responseCode = "409",
      description = "CQC_ID_TAKEN: the detail names the holder",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "INVALID_IDENTIFIER, INVALID_POSTCODE or UNKNOWN_PROVIDER",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response register(@Valid @NotNull LocationForms.NewLocation form) {
    LocationFacts facts = form.facts();
    locations.lockArea(facts.area());
    requireProvider(facts.providerId());
    requireFree(facts.cqcLocationId(), null);
    Location location = desk.enter(caller.authority(), facts, form.openedOn());
    return preconditions.created(location.state(), location.id(), location.version());
  }

  /** Corrects a location. */
  @PATCH
  @Path("/{id}")
  @Transactional
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "amendLocation",
      summary = "Correct, close or reopen a location",
      description = "What is absent stays as it is. Needs If-Match with the ETag that was read.")
  @APIResponse(
      responseCode = "200",
      description = "The corrected location",
      content = @Content(schema = @Schema(implementation = LocationState.class)))
  @APIResponse(
      responseCode = "412",
      description = "Changed since it was read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "A rule says no",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "428",
      description = "If-Match is missing",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response amend(
      @PathParam("id") @Parameter(description = "The location") UUID id,
      @Valid @NotNull LocationForms.Amendment form) {
    Location location = locations.require(id);
    preconditions.requireMatch(location.version());
    LocationFacts facts = form.over(location.facts());
    requireProvider(form.providerId());
    requireFree(facts.cqcLocationId(), id);
    if (form.closedOn() != null && Boolean.TRUE.equals(form.reopened())) {
      throw new RuleViolation(
          "CLOSED_AND_REOPENED", "A location is either closed or reopened.", "/reopened");
    }
    if (form.exitReason() != null && form.closedOn() == null) {
      throw new RuleViolation(
          "EXIT_WITHOUT_DAY", "Name the day of closing with its reason.", "/closedOn");
    }
    desk.amend(caller.authority(), location, facts, form);
    return preconditions.changed(location.state(), location.version());
  }

  private void requireProvider(@Nullable UUID provider) {
    if (provider != null && providers.findByIdOptional(provider).isEmpty()) {
      throw new RuleViolation(
          "UNKNOWN_PROVIDER", "There is no provider " + provider + ".", "/providerId");
    }
  }

  private void requireFree(@Nullable String cqcId, @Nullable UUID self) {
    if (cqcId != null) {
      locations.withCqcIds(List.of(cqcId)).stream()
          .filter(holder -> !holder.id().equals(self))
          .findFirst()
          .ifPresent(
              holder -> {
                throw ProblemException.conflict(
                    "CQC_ID_TAKEN", cqcId + " belongs to location " + holder.id() + ".");
              });
    }
  }

  /** Reads the versions of a location. */
  @GET
  @Path("/{id}/history")
  @Transactional
  @Authenticated
  @Operation(
      operationId = "getLocationHistory",
      summary = "Every version of a location, newest first, with who, when and why")
  public RestResponse<Page<JournalVersion>> history(
      @PathParam("id") @Parameter(description = "The location") UUID id,
      @BeanParam ListFilter part) {
    locations.require(id);
    int length = Paging.limit(part.limit);
    String query = Cursor.fingerprint("location-history", id);
    Cursor from = Cursor.parse(part.cursor, query, 1);
    long before = from == null ? Long.MAX_VALUE : from.number(0);
    return paging.page(
        Page.of(
            journal.history(LocationDesk.AGGREGATE, id, before, length + 1),
            length,
            (JournalVersion version) -> Cursor.after(query, version.aggregateVersion())));
  }
}
