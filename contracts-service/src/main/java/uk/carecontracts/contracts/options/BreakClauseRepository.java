package uk.carecontracts.contracts.options;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Break clauses in PostgreSQL; a contract has a handful. */
@ApplicationScoped
class BreakClauseRepository implements PanacheRepositoryBase<BreakClause, UUID> {

  /** The clauses of a contract by their windows. */
  List<BreakClause> of(UUID contractId) {
    return list("contractId = ?1 order by windowFrom, id", contractId);
  }
}
