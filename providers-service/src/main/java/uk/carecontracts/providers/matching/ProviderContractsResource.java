package uk.carecontracts.providers.matching;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.http.Paging;
import uk.carecontracts.kit.problem.Problem;
import uk.carecontracts.providers.register.Providers;

/** What a provider is contracted for. */
@Path("/v1/providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Supplier matching")
@SecurityRequirement(name = "bearer")
public class ProviderContractsResource {

  private final Providers providers;
  private final ExposureRepository exposures;
  private final Paging paging;

  ProviderContractsResource(Providers providers, ExposureRepository exposures, Paging paging) {
    this.providers = providers;
    this.exposures = exposures;
    this.paging = paging;
  }

  /** Shape of a page, for the API document. */
  @Schema(name = "ProviderContractPage")
  public record ContractPage(List<ContractExposure> items, @Nullable String next) {}

  /** Lists a provider's contracts with the caller's authority. */
  @GET
  @Path("/{id}/contracts")
  @Transactional
  @Authenticated
  @Operation(
      operationId = "listProviderContracts",
      summary = "Your authority's contracts with a provider, including those of merged records")
  @APIResponse(
      responseCode = "200",
      description = "A page of contracts",
      content = @Content(schema = @Schema(implementation = ContractPage.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such provider",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Response list(
      @PathParam("id") @Parameter(description = "The provider") UUID id,
      @BeanParam ListFilter part) {
    UUID survivor = providers.requireSurvivor(id).id();
    int length = Paging.limit(part.limit);
    String query = Cursor.fingerprint("provider-contracts", survivor);
    Cursor from = Cursor.parse(part.cursor, query, 2);
    return paging.answer(
        Page.of(
            exposures.of(survivor, from, length + 1),
            length,
            row -> Cursor.after(query, row.contractId(), row.partyId())));
  }
}
