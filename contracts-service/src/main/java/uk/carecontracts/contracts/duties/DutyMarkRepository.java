package uk.carecontracts.contracts.duties;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Marks on duties in PostgreSQL. */
@ApplicationScoped
class DutyMarkRepository implements PanacheRepositoryBase<DutyMark, UUID> {}
