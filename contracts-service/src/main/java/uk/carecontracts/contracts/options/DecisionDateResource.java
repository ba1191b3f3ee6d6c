package uk.carecontracts.contracts.options;

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
import uk.carecontracts.contracts.register.ContractRegister;

/** The days by which something must be decided about a contract. */
@Path("/v1/contracts/{contractId}/decision-dates")
@Tag(name = "Options")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class DecisionDateResource {
  private final DecisionDates dates;
  private final ContractRegister register;

  DecisionDateResource(DecisionDates dates, ContractRegister register) {
    this.dates = dates;
    this.register = register;
  }

  /** The days of one contract, earliest first. */
  public record ContractDecisionDates(List<DecisionDate> items) {}

  @GET
  @Authenticated
  @Transactional
  @Operation(
      operationId = "listDecisionDates",
      summary = "End, review, and notice deadlines of open options and clauses, earliest first")
  @APIResponse(responseCode = "200", description = "Empty unless it is awarded or active")
  @APIResponse(responseCode = "404", description = "There is no such contract")
  public ContractDecisionDates list(@PathParam("contractId") UUID contractId) {
    register.require(contractId);
    return new ContractDecisionDates(dates.of(contractId));
  }
}
