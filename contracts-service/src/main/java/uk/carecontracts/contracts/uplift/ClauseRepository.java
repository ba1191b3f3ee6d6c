package uk.carecontracts.contracts.uplift;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Uplift clauses in PostgreSQL. */
@ApplicationScoped
class ClauseRepository implements PanacheRepositoryBase<ContractClause, UUID> {

  /** The clause of a contract. */
  Optional<ContractClause> ofContract(UUID contractId) {
    return find("contractId", contractId).firstResultOptional();
  }
}
