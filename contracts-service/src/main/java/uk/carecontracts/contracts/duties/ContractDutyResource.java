package uk.carecontracts.contracts.duties;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.register.ContractRegister;

/** The duties of one contract. */
@Path("/v1/contracts/{contractId}/duties")
@Tag(name = "Duties")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class ContractDutyResource {
  private static final int ALL = 500;

  private final DutyRepository duties;
  private final ContractRegister register;

  ContractDutyResource(DutyRepository duties, ContractRegister register) {
    this.duties = duties;
    this.register = register;
  }

  /** The duties of one contract, those that do not apply among them. */
  public record ContractDuties(List<DutyView> items) {}

  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "listContractDuties",
      summary = "What is owed about a contract and by when, and what it is spared and why")
  @APIResponse(responseCode = "200", description = "Empty while it is a draft or has no regime")
  @APIResponse(responseCode = "404", description = "There is no such contract")
  public ContractDuties list(@PathParam("contractId") UUID contractId) {
    Contract contract = register.require(contractId);
    DutyFilter filter = new DutyFilter();
    filter.contractId = contract.id();
    return new ContractDuties(duties.search(contract.authority(), filter, null, ALL));
  }
}
