package uk.carecontracts.contracts.performance;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Preconditions;

/** Breaches of a contract and failures of its suppliers to improve. */
@Path("/v1/contracts/{contractId}/performance-failures")
@Tag(
    name = "Performance failures",
    description = "Breaches with consequences and failures to improve (Procurement Act 2023 s.71)")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "There is no such contract or failure")
public class FailureResource {
  private final FailureDesk desk;
  private final Preconditions preconditions;

  FailureResource(FailureDesk desk, Preconditions preconditions) {
    this.desk = desk;
    this.preconditions = preconditions;
  }

  /** The failures under one contract; there are few, so they come at once. */
  public record PerformanceFailures(List<PerformanceFailure> items) {}

  /** Why it does not stand. */
  public record FailureWithdrawal(@NotBlank @Size(max = 2000) String reason) {}

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "recordPerformanceFailure",
      summary = "Record that a supplier breached the contract or failed to improve",
      description =
          "A breach with what came of it (termination, part of it, damages, settlement), or that a"
              + " supplier did not improve after a proper opportunity. The duties clock derives the"
              + " contract performance notice (UK9) from it; a light touch contract is spared. Open"
              + " data has it unless publish says otherwise: by itself only for contracts under the"
              + " full Act.")
  @APIResponse(
      responseCode = "201",
      description = "The failure",
      headers = {@Header(name = "Location"), @Header(name = "ETag")},
      content = @Content(schema = @Schema(implementation = PerformanceFailure.class)))
  @APIResponse(
      responseCode = "422",
      description = "PERFORMANCE_FAILURE_UNFOUNDED with every reason: outcome, opportunity, days …")
  public Response record(
      @PathParam("contractId") @Parameter(description = "Identity of the contract") UUID contractId,
      @NotNull @Valid FailureFacts facts) {
    PerformanceFailure failure = desk.record(contractId, facts);
    return preconditions.created(failure, failure.id(), failure.version());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "listPerformanceFailures",
      summary = "Every failure under a contract, also those withdrawn, in the order of recording")
  @APIResponse(responseCode = "200", description = "The failures")
  public PerformanceFailures list(
      @PathParam("contractId") @Parameter(description = "Identity of the contract")
          UUID contractId) {
    return new PerformanceFailures(desk.list(contractId));
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @Operation(operationId = "getPerformanceFailure", summary = "One failure")
  @APIResponse(
      responseCode = "200",
      description = "The failure",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = PerformanceFailure.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  public Response get(
      @PathParam("contractId") @Parameter(description = "Identity of the contract") UUID contractId,
      @PathParam("id") @Parameter(description = "Identity of the failure") UUID id) {
    PerformanceFailure failure = desk.get(contractId, id);
    return preconditions.answer(failure, Preconditions.etag(failure.version()));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(
      operationId = "correctPerformanceFailure",
      summary = "Replace what is said of a failure; its day may move the day its notice is due",
      description = "The body is the facts of the failure as they should be.")
  @APIResponse(
      responseCode = "200",
      description = "The failure",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = PerformanceFailure.class)))
  @APIResponse(responseCode = "412", description = "Someone changed it since it was read")
  @APIResponse(
      responseCode = "422",
      description = "PERFORMANCE_FAILURE_UNFOUNDED with every reason; or it was withdrawn")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response correct(
      @PathParam("contractId") @Parameter(description = "Identity of the contract") UUID contractId,
      @PathParam("id") @Parameter(description = "Identity of the failure") UUID id,
      @NotNull @Valid FailureFacts facts) {
    PerformanceFailure failure = desk.correct(contractId, id, preconditions::requireMatch, facts);
    return preconditions.changed(failure, failure.version());
  }

  @POST
  @Path("/{id}/withdraw")
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "withdrawPerformanceFailure",
      summary = "It was recorded wrongly: no notice is owed, and open data forgets it")
  @APIResponse(
      responseCode = "200",
      description = "The failure",
      content = @Content(schema = @Schema(implementation = PerformanceFailure.class)))
  @APIResponse(responseCode = "412", description = "Someone changed it since it was read")
  @APIResponse(responseCode = "422", description = "It was withdrawn already")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response withdraw(
      @PathParam("contractId") @Parameter(description = "Identity of the contract") UUID contractId,
      @PathParam("id") @Parameter(description = "Identity of the failure") UUID id,
      @NotNull @Valid FailureWithdrawal body) {
    PerformanceFailure failure =
        desk.withdraw(contractId, id, preconditions::requireMatch, body.reason());
    return preconditions.changed(failure, failure.version());
  }
}
