package uk.carecontracts.contracts.variations;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Variations in PostgreSQL. */
@ApplicationScoped
class VariationRepository implements PanacheRepositoryBase<Variation, UUID> {

  /** Variations of a contract, newest first, older than one when it is given. */
  List<Variation> of(UUID contractId, @Nullable UUID before, int limit) {
    return before == null
        ? find("contractId = ?1 order by id desc", contractId).page(0, limit).list()
        : find("contractId = ?1 and id < ?2 order by id desc", contractId, before)
            .page(0, limit)
            .list();
  }

  /** Agreed variations whose day has come, in the order of their days. */
  List<UUID> due(LocalDate today, int limit) {
    return getEntityManager()
        .createQuery(
            "select v.id from Variation v where v.status = AGREED and v.effectiveDate <= :today"
                + " order by v.effectiveDate, v.id",
            UUID.class)
        .setParameter("today", today)
        .setMaxResults(limit)
        .getResultList();
  }
}
