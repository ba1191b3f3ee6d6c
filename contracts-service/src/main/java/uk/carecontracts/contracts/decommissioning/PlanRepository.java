package uk.carecontracts.contracts.decommissioning;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.kit.database.Sql;

/** Plans in PostgreSQL, one of each contract. */
@ApplicationScoped
class PlanRepository implements PanacheRepositoryBase<WindingDownPlan, UUID> {
  private static final String PLACED =
      "select count(distinct person_reference) as people from placement"
          + " where contract_id = ? and status = 'ACTIVE'";

  private final Sql sql;

  PlanRepository(Sql sql) {
    this.sql = sql;
  }

  /** What the plan of a contract is held against. */
  PlannedContract planned(Contract contract) {
    return new PlannedContract(
        contract.terms().dates(),
        sql.first(PLACED, row -> row.getInt("people"), contract.id()).orElse(0));
  }
}
