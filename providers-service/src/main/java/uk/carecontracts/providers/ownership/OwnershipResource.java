package uk.carecontracts.providers.ownership;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import uk.carecontracts.providers.register.Provider;
import uk.carecontracts.providers.register.Providers;

/** Who owns a provider and under which brand it trades. */
@Path("/v1/providers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ownership", description = "Owners and brands of providers, dated")
@SecurityRequirement(name = "bearer")
public class OwnershipResource {

  private final OwnershipRepository steps;
  private final Owners owners;
  private final Providers providers;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Paging paging;
  private final Clock clock;

  OwnershipResource(
      OwnershipRepository steps,
      Owners owners,
      Providers providers,
      Caller caller,
      Preconditions preconditions,
      Paging paging,
      Clock clock) {
    this.steps = steps;
    this.owners = owners;
    this.providers = providers;
    this.caller = caller;
    this.preconditions = preconditions;
    this.paging = paging;
    this.clock = clock;
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "OwnershipPage")
  public record OwnershipPage(List<OwnershipState> items, @Nullable String next) {}

  /**
   * A provider in its group.
   *
   * @param asOf the day
   * @param providerId the provider
   * @param chain its owners upwards, the direct one first
   * @param ultimateOwner the organisation at the top; the provider itself without owner
   * @param brand the brand it trades under
   * @param members everything the ultimate owner owns, with itself, by name
   */
  @Schema(name = "ProviderGroup")
  public record Group(
      LocalDate asOf,
      UUID providerId,
      List<Member> chain,
      Member ultimateOwner,
      @Nullable String brand,
      List<Member> members) {}

  /**
   * An organisation in a group.
   *
   * @param providerId its record
   * @param name its name
   * @param ownedSince first day of the step that led to it, in a chain
   */
  @Schema(name = "GroupMember")
  public record Member(UUID providerId, String name, @Nullable LocalDate ownedSince) {}

  /** Records an owner or a brand. */
  @POST
  @Path("/ownerships")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(
      operationId = "recordOwnership",
      summary = "Record who owns a provider, or its brand, for a time",
      description = "One owner and one brand at a time; a cycle on any day is refused.")
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = OwnershipState.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such provider",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description =
          "OWNERSHIP_CYCLE, OWNER_OVERLAPS, OWNER_OR_BRAND, ENDS_BEFORE_START or UNKNOWN_PROVIDER",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response record(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @Valid @NotNull OwnershipForms.NewOwnership form) {
    UUID provider = providers.requireSurvivor(id).id();
    Ownership step = owners.record(caller.authority(), provider, form, caller.subject());
    return preconditions.created(step.state(), step.id(), step.version());
  }

  /** Lists owners and brands. */
  @GET
  @Path("/ownerships")
  @Transactional
  @Authenticated
  @Operation(
      operationId = "listOwnerships",
      summary = "Owners and brands of a provider through time, newest record first")
  @APIResponse(
      responseCode = "200",
      description = "A page of steps upwards",
      content = @Content(schema = @Schema(implementation = OwnershipPage.class)))
  public Response list(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @BeanParam ListFilter part) {
    UUID provider = providers.requireSurvivor(id).id();
    return paging.answer(
        Page.byId(
                Cursor.fingerprint("ownerships", provider),
                part.cursor,
                part.limit,
                (before, most) -> steps.of(provider, before, most),
                step -> step.id())
            .map(Ownership::state));
  }

  /** Reads one step. */
  @GET
  @Path("/ownerships/{ownershipId}")
  @Transactional
  @Authenticated
  @Operation(operationId = "getOwnership", summary = "Read one owner or brand of a provider")
  @APIResponse(
      responseCode = "200",
      description = "The step",
      content = @Content(schema = @Schema(implementation = OwnershipState.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  @APIResponse(
      responseCode = "404",
      description = "There is none",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response get(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @PathParam("ownershipId") @Parameter(description = "The record of it") UUID ownershipId) {
    Ownership step = steps.require(id, ownershipId);
    return preconditions.answer(step.state(), Preconditions.etag(step.version()));
  }

  /** Ends a step. */
  @POST
  @Path("/ownerships/{ownershipId}/end")
  @Transactional
  @Idempotent
  @RolesAllowed("providers:write")
  @Operation(operationId = "endOwnership", summary = "Say from when on it no longer holds")
  @APIResponse(
      responseCode = "200",
      description = "The step with its end",
      content = @Content(schema = @Schema(implementation = OwnershipState.class)))
  @APIResponse(
      responseCode = "412",
      description = "Changed since it was read",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "OWNERSHIP_ENDED or ENDS_BEFORE_START",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "428",
      description = "If-Match is missing",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response end(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @PathParam("ownershipId") @Parameter(description = "The record of it") UUID ownershipId,
      @Valid @NotNull OwnershipForms.End form) {
    Ownership step = steps.require(id, ownershipId);
    preconditions.requireMatch(step.version());
    owners.end(step, form.endedOn(), form.reason());
    return preconditions.changed(step.state(), step.version());
  }

  /** Reads the group of a provider. */
  @GET
  @Path("/group")
  @Transactional
  @Authenticated
  @Operation(
      operationId = "getProviderGroup",
      summary = "Owners of a provider up to the top, and everything the one at the top owns")
  @APIResponse(
      responseCode = "200",
      description = "Chain, ultimate owner, brand and members",
      content = @Content(schema = @Schema(implementation = Group.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such provider",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Group group(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @QueryParam("asOf") @Parameter(description = "Day to answer for; absent: today in London")
          @Nullable LocalDate asOf) {
    UUID provider = providers.requireSurvivor(id).id();
    LocalDate day = Objects.requireNonNullElse(asOf, LocalDate.now(clock));
    Hierarchy hierarchy = owners.hierarchy();
    List<Member> chain = new ArrayList<>();
    hierarchy.chain(provider, day).forEach(step -> chain.add(member(step.parent(), step.from())));
    Member top =
        chain.isEmpty()
            ? member(provider, null)
            : member(chain.get(chain.size() - 1).providerId(), null);
    List<Member> members = new ArrayList<>();
    for (Provider member :
        providers.list("id in ?1 order by sortName, id", hierarchy.group(top.providerId(), day))) {
      members.add(new Member(member.id(), member.legalName(), null));
    }
    String brand =
        Optional.ofNullable(owners.brand(provider, day))
            .orElse(providers.require(provider).state().brand());
    return new Group(day, provider, chain, top, brand, members);
  }

  private Member member(UUID id, @Nullable LocalDate since) {
    return new Member(id, providers.require(id).legalName(), since);
  }
}
