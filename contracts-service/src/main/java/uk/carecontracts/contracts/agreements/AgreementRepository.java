package uk.carecontracts.contracts.agreements;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Agreements in PostgreSQL; row-level security shows each authority its own. */
@ApplicationScoped
class AgreementRepository implements PanacheRepositoryBase<Agreement, UUID> {

  /** The agreement of a contract. */
  Optional<Agreement> ofContract(UUID contractId) {
    return find("contractId", contractId).firstResultOptional();
  }

  /** The agreement of a contract, alone until this transaction ends: ceilings are counted in it. */
  Optional<Agreement> alone(UUID contractId) {
    return find("contractId", contractId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }
}
