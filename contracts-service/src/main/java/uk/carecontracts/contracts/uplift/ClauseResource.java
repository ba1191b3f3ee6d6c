package uk.carecontracts.contracts.uplift;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.carecontracts.contracts.indexes.IndexMovements;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.kit.http.Preconditions;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.ProblemException;

/** The uplift clause of a contract. */
@Path("/v1/contracts/{contractId}/uplift-clause")
@Tag(name = "Uplifts", description = "Inflation clauses, their simulation and approval")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClauseResource {
  private final ClauseRepository clauses;
  private final ContractRegister register;
  private final IndexMovements movements;
  private final Journal journal;
  private final Preconditions preconditions;
  private final Clock clock;

  ClauseResource(
      ClauseRepository clauses,
      ContractRegister register,
      IndexMovements movements,
      Journal journal,
      Preconditions preconditions,
      Clock clock) {
    this.clauses = clauses;
    this.register = register;
    this.movements = movements;
    this.journal = journal;
    this.preconditions = preconditions;
    this.clock = clock;
  }

  @PUT
  @RolesAllowed("contracts:write")
  @Transactional
  @Operation(
      operationId = "settleUpliftClause",
      summary = "Settle the uplift clause of a contract",
      description =
          "Settles how the price of a contract follows indices. The first time no If-Match is needed;"
              + " another clause in place of one held needs If-Match with the ETag you read.")
  @APIResponse(
      responseCode = "200",
      description = "The clause",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = ClauseState.class)))
  @APIResponse(responseCode = "412", description = "Someone changed it since; read it again")
  @APIResponse(
      responseCode = "422",
      description =
          "CLAUSE_BROKEN: weights do not total 100, or the floor is above the cap;"
              + " INDEX_UNKNOWN: no movement is stated or published")
  public Response settle(
      @PathParam("contractId") UUID contractId, @NotNull @Valid ClauseTerms terms) {
    ContractState contract = register.require(contractId).state();
    AppliedClause.of(terms, movements.on(LocalDate.now(clock)), "");
    Instant now = clock.instant();
    Optional<ContractClause> held = clauses.ofContract(contractId);
    if (held.isPresent()) {
      preconditions.requireMatch(held.get().version());
      held.get().resettle(terms, now);
    }
    ContractClause clause =
        held.orElseGet(
            () -> {
              ContractClause fresh = ContractClause.settle(contract, terms, now);
              clauses.persist(fresh);
              return fresh;
            });
    clauses.flush();
    ClauseState state = clause.state();
    journal.append(
        new Entry(
            "uplift-clause",
            state.id(),
            state.version(),
            "uplift-clause.settled.v1",
            state.authority(),
            state,
            Map.of("reason", "Uplift clause")));
    return preconditions.changed(state, state.version());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(operationId = "getUpliftClause", summary = "Read the uplift clause of a contract")
  @APIResponse(
      responseCode = "200",
      description = "The clause",
      headers = @Header(name = "ETag"),
      content = @Content(schema = @Schema(implementation = ClauseState.class)))
  @APIResponse(responseCode = "304", description = "The caller holds it already")
  public Response get(@PathParam("contractId") UUID contractId) {
    register.require(contractId);
    ClauseState state =
        clauses
            .ofContract(contractId)
            .map(ContractClause::state)
            .orElseThrow(() -> ProblemException.notFound("uplift clause of contract", contractId));
    return preconditions.answer(state, Preconditions.etag(state.version()));
  }
}
