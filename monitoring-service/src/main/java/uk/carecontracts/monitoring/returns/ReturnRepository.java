package uk.carecontracts.monitoring.returns;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Returns; one that is to change is locked, so that writers take turns. */
@ApplicationScoped
class ReturnRepository implements PanacheRepositoryBase<PerformanceReturn, UUID> {

  Optional<PerformanceReturn> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  Optional<PerformanceReturn> ofPeriod(UUID planId, LocalDate periodStart) {
    return find("planId = ?1 and periodStart = ?2", planId, periodStart).firstResultOptional();
  }

  boolean exists(UUID planId, LocalDate periodStart) {
    return count("planId = ?1 and periodStart = ?2", planId, periodStart) > 0;
  }
}
