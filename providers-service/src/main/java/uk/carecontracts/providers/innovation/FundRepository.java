package uk.carecontracts.providers.innovation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** Funds of the caller's authority. */
@ApplicationScoped
class FundRepository implements PanacheRepositoryBase<Fund, UUID> {

  private static final UUID LAST = new UUID(-1, -1);

  Fund require(UUID id) {
    return found(findByIdOptional(id), id);
  }

  /**
   * The fund, held until the transaction ends: who comes meanwhile waits and sees the new balance.
   */
  Fund requireLocked(UUID id) {
    return found(findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE), id);
  }

  private static Fund found(Optional<Fund> fund, UUID id) {
    return fund.orElseThrow(() -> ProblemException.notFound("fund", id));
  }

  /** Newest first. */
  List<Fund> page(@Nullable UUID before, int rows) {
    return find("id < ?1 order by id desc", before == null ? LAST : before).page(0, rows).list();
  }
}
