package uk.carecontracts.contracts.decommissioning;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Plans in PostgreSQL, one of each contract. */
@ApplicationScoped
class PlanRepository implements PanacheRepositoryBase<WindingDownPlan, UUID> {}
