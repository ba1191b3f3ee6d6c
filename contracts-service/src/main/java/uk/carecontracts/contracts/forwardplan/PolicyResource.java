package uk.carecontracts.contracts.forwardplan;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.carecontracts.contracts.planning.PlanningRecords;
import uk.carecontracts.contracts.planning.RecordKind;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.tenancy.Caller;

/** How far ahead the authority plans. */
@Path("/v1/forward-plan/policy")
@Tag(name = "Forward plan")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "400", description = "The request cannot be read")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "The scope is missing")
public class PolicyResource {
  private final Policies policies;
  private final PlanningRecords records;
  private final Preconditions preconditions;
  private final Caller caller;

  PolicyResource(
      Policies policies, PlanningRecords records, Preconditions preconditions, Caller caller) {
    this.policies = policies;
    this.records = records;
    this.preconditions = preconditions;
    this.caller = caller;
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "getLeadInPolicy",
      summary = "How far ahead the authority plans; the default until it says otherwise")
  @APIResponse(
      responseCode = "200",
      description = "The policy",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = LeadInPolicy.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  public Response get() {
    LeadInPolicy policy = policies.of(caller.authority());
    return preconditions.answer(policy, Preconditions.etag(policy.version()));
  }

  @PUT
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(operationId = "setLeadInPolicy", summary = "Say how far ahead the authority plans")
  @APIResponse(
      responseCode = "200",
      description = "The policy after the change",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = LeadInPolicy.class)))
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(responseCode = "422", description = "The policy contradicts itself")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response set(@NotNull @Valid PolicyTerms terms) {
    LeadInPolicy held = policies.of(caller.authority());
    preconditions.requireMatch(held.version());
    LeadInPolicy changed =
        records.keep(
            RecordKind.LEAD_IN_POLICY, held.saying(terms), "lead-in-policy.set.v1", terms.source());
    return preconditions.changed(changed, changed.version());
  }
}
