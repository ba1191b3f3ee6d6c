package uk.carecontracts.monitoring.plans;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Monitoring plans; a plan that is to change is locked, so that writers take turns. */
@ApplicationScoped
class PlanRepository implements PanacheRepositoryBase<MonitoringPlan, UUID> {

  Optional<MonitoringPlan> read(UUID id) {
    return findByIdOptional(id);
  }

  Optional<MonitoringPlan> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  Optional<MonitoringPlan> lockOfContract(UUID contractId) {
    return find("contractId", contractId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  Optional<MonitoringPlan> ofContract(UUID contractId) {
    return find("contractId", contractId).firstResultOptional();
  }
}
