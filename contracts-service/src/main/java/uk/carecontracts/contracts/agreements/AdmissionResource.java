package uk.carecontracts.contracts.agreements;

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

/** Who may be given work under a framework or dynamic market. */
@Path("/v1/contracts/{contractId}/agreement/admissions")
@Tag(name = "Agreements")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdmissionResource {
  private final AgreementDesk agreements;
  private final AdmissionDesk desk;
  private final AdmissionRepository admissions;
  private final Preconditions preconditions;
  private final Paging paging;

  AdmissionResource(
      AgreementDesk agreements,
      AdmissionDesk desk,
      AdmissionRepository admissions,
      Preconditions preconditions,
      Paging paging) {
    this.agreements = agreements;
    this.desk = desk;
    this.admissions = admissions;
    this.preconditions = preconditions;
    this.paging = paging;
  }

  /**
   * A supplier comes onto a lot.
   *
   * @param lotId the lot
   * @param provider the supplier
   */
  public record AdmissionRequest(
      @NotBlank @Size(max = 100) String lotId, @NotNull @Valid Supplier provider) {}

  /** A supplier is taken off a lot. */
  public record RemovalRequest(@NotBlank @Size(max = 2000) String reason) {}

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "admitSupplier",
      summary = "Admit a supplier to a lot: accredited as the lot asks, and not suspended")
  @APIResponse(
      responseCode = "201",
      description = "The admission",
      content = @Content(schema = @Schema(implementation = AdmissionState.class)))
  @APIResponse(responseCode = "409", description = "The supplier is on the lot already")
  @APIResponse(
      responseCode = "422",
      description = "AGREEMENT_ENDED, LOT_UNKNOWN, PROVIDER_NOT_ACCREDITED or PROVIDER_SUSPENDED")
  public Response admit(
      @PathParam("contractId") UUID contractId, @NotNull @Valid AdmissionRequest request) {
    AdmissionState state =
        desk.admit(agreements.requireOpen(contractId), request.lotId(), request.provider());
    return preconditions.created(state, state.id(), state.version());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "listAdmissions",
      summary = "Suppliers of an agreement's lots with their status, newest first")
  @APIResponse(responseCode = "200", description = "A page of admissions")
  public RestResponse<Page<AdmissionState>> list(
      @PathParam("contractId") UUID contractId,
      @QueryParam("lotId") @Parameter(description = "The lot") @Nullable String lotId,
      @QueryParam("status") @Parameter(description = "ADMITTED, SUSPENDED, LAPSED or REMOVED")
          @Nullable AdmissionStatus status,
      @BeanParam ListFilter part) {
    Agreement agreement = agreements.require(contractId);
    return paging.page(
        Page.byId(
            Cursor.fingerprint("admissions", contractId, lotId, status),
            part.cursor,
            part.limit,
            (before, most) ->
                admissions.page(agreement.id(), lotId, status, before, most).stream()
                    .map(Admission::state)
                    .toList(),
            row -> row.id()));
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getAdmission", summary = "Read a supplier's admission to a lot")
  @APIResponse(
      responseCode = "200",
      description = "The admission",
      content = @Content(schema = @Schema(implementation = AdmissionState.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  public Response get(@PathParam("contractId") UUID contractId, @PathParam("id") UUID id) {
    AdmissionState state = desk.require(agreements.require(contractId), id).state();
    return preconditions.answer(state, Preconditions.etag(state.version()));
  }

  @POST
  @Path("/{id}/remove")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(operationId = "removeAdmission", summary = "Take a supplier off a lot")
  @APIResponse(
      responseCode = "200",
      description = "The admission after it",
      content = @Content(schema = @Schema(implementation = AdmissionState.class)))
  @APIResponse(responseCode = "422", description = "It is off the lot already")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response remove(
      @PathParam("contractId") UUID contractId,
      @PathParam("id") UUID id,
      @NotNull @Valid RemovalRequest body) {
    AdmissionState state =
        desk.remove(agreements.require(contractId), id, preconditions::requireMatch, body.reason());
    return preconditions.changed(state, state.version());
  }
}
