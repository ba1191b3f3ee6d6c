package uk.carecontracts.contracts.opportunities;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.tenancy.Caller;

/** What became of opportunities: adopted with partners, given up, put aside. */
@Path("/v1/joint-opportunities/adoptions")
@Tag(name = "Joint opportunities")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "400", description = "The request cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "The scope is missing")
public class AdoptionResource {
  private final JointProcurements procurements;
  private final Preconditions preconditions;
  private final Paging paging;
  private final Caller caller;

  AdoptionResource(
      JointProcurements procurements, Preconditions preconditions, Paging paging, Caller caller) {
    this.procurements = procurements;
    this.preconditions = preconditions;
    this.paging = paging;
    this.caller = caller;
  }

  /** What to make of a group of contracts. */
  public enum Intent {
    /** Buy it together; the caller's authority leads. */
    ADOPT,
    /** Do not suggest it to the caller's authority again. */
    DISMISS
  }

  /**
   * What an authority makes of an opportunity.
   *
   * @param intent ADOPT or DISMISS
   * @param contracts the contracts, as suggested or fewer or more
   * @param title what it is to be called
   * @param reason why
   */
  public record Adoption(
      @NotNull Intent intent,
      @NotNull @Size(min = 2, max = 500) List<@NotNull UUID> contracts,
      @Nullable @Size(max = 1000) String title,
      @NotBlank @Size(max = 4000) String reason) {}

  /** A partner's word. */
  public record Reply(@NotNull Boolean joins, @Nullable @Size(max = 2000) String note) {}

  /** Why it is given up. */
  public record Abandonment(@NotBlank @Size(max = 4000) String reason) {}

  /** A joint procurement with its partners' words. */
  public record AdoptionView(JointProcurement procurement, List<JointResponse> responses) {}

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "adoptJointOpportunity",
      summary = "Adopt contracts for a procurement this authority leads, or put them aside")
  @APIResponse(
      responseCode = "201",
      description = "It, with the commissioning project that was opened for it",
      content = @Content(schema = @Schema(implementation = JointProcurement.class)))
  @APIResponse(responseCode = "409", description = "A contract is in a joint procurement already")
  @APIResponse(responseCode = "422", description = "A contract does not run, or none is its own")
  public Response adopt(@NotNull @Valid Adoption body) {
    String authority = caller.authority();
    JointProcurement made =
        body.intent() == Intent.ADOPT
            ? procurements.adopt(authority, body.contracts(), body.title(), body.reason())
            : procurements.dismiss(authority, body.contracts(), body.reason());
    return preconditions.created(made, made.id(), made.version());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "listJointProcurements",
      summary = "Those this authority leads, put aside or is partner of, newest first")
  @APIResponse(responseCode = "200", description = "A page of them")
  public RestResponse<Page<JointProcurement>> list(
      @QueryParam("status") @Parameter(description = "What was made of it")
          JointProcurement.@Nullable Status status,
      @BeanParam ListFilter part) {
    return paging.page(
        Page.byId(
            Cursor.fingerprint("joint-procurements", caller.authority(), status),
            part.cursor,
            part.limit,
            (before, most) -> procurements.list(status, before, most),
            each -> each.id()));
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getJointProcurement", summary = "One, with its partners' words")
  @APIResponse(
      responseCode = "200",
      description = "It; the lead sees every word, a partner its own",
      content = @Content(schema = @Schema(implementation = AdoptionView.class)))
  @APIResponse(responseCode = "404", description = "There is none, or it is not this authority's")
  public Response get(@PathParam("id") UUID id) {
    JointProcurement held = procurements.require(id);
    return Response.ok(new AdoptionView(held, procurements.responses(id)))
        .header("ETag", Preconditions.etag(held.version()))
        .build();
  }

  @POST
  @Path("/{id}/response")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(operationId = "respondToJointProcurement", summary = "A partner joins or declines")
  @APIResponse(
      responseCode = "200",
      description = "Its word",
      content = @Content(schema = @Schema(implementation = JointResponse.class)))
  @APIResponse(responseCode = "404", description = "There is none, or it is not this authority's")
  @APIResponse(responseCode = "422", description = "This authority is no partner of it")
  public JointResponse respond(@PathParam("id") UUID id, @NotNull @Valid Reply body) {
    return procurements.respond(caller.authority(), id, body.joins(), body.note());
  }

  @POST
  @Path("/{id}/abandon")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "abandonJointProcurement",
      summary = "Give it up; its contracts can be suggested again")
  @APIResponse(
      responseCode = "200",
      description = "It, given up",
      content = @Content(schema = @Schema(implementation = JointProcurement.class)))
  @APIResponse(responseCode = "404", description = "There is none that this authority leads")
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(responseCode = "422", description = "It is not adopted")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response abandon(@PathParam("id") UUID id, @NotNull @Valid Abandonment body) {
    JointProcurement held =
        procurements.abandon(caller.authority(), id, preconditions::requireMatch, body.reason());
    return preconditions.changed(held, held.version());
  }
}
