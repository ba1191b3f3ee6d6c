package uk.carecontracts.contracts.funding;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Idempotent;
import uk.carecontracts.kit.http.Preconditions;

/** Who pays for a contract. */
@Path("/v1/contracts/{contractId}/funding")
@Tag(name = "Funding", description = "Who pays for contracts, pooled funds, what is committed")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "There is no such contract")
public class FundingResource {
  private final FundingDesk desk;
  private final Preconditions preconditions;

  FundingResource(FundingDesk desk, Preconditions preconditions) {
    this.desk = desk;
    this.preconditions = preconditions;
  }

  /** The fundings of a contract, the latest first; there are few, so they come at once. */
  public record ContractFundings(List<FundingView> items) {}

  @POST
  @RolesAllowed("contracts:write")
  @Transactional
  @Idempotent
  @Operation(
      operationId = "agreeFunding",
      summary = "Agree who pays which share from a day on; what ran on until then ends before it")
  @APIResponse(
      responseCode = "201",
      description = "The funding",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = FundingView.class)))
  @APIResponse(
      responseCode = "422",
      description = "FUNDING_NOT_WHOLE: shares must total exactly 100 %, funds exist and run")
  public Response agree(
      @PathParam("contractId") UUID contractId, @NotNull @Valid FundingRequest request) {
    FundingView view = desk.agree(contractId, request);
    return preconditions.created(view, view.id(), view.version());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(operationId = "listFunding", summary = "Who pays for the contract, and who did")
  @APIResponse(responseCode = "200", description = "The latest first; with on, the one of a day")
  public ContractFundings list(
      @PathParam("contractId") UUID contractId,
      @QueryParam("on") @Parameter(description = "Only what holds on this day")
          @Nullable LocalDate on) {
    return new ContractFundings(
        desk.of(contractId).stream()
            .filter(
                each ->
                    on == null
                        || (!on.isBefore(each.validFrom())
                            && (each.validTo() == null || !on.isAfter(each.validTo()))))
            .toList());
  }
}
