package uk.carecontracts.providers.fitness;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** Suspensions of the caller's authority. */
@ApplicationScoped
class SuspensionRepository implements PanacheRepositoryBase<Suspension, UUID> {

  private static final UUID LAST = new UUID(-1, -1);

  Suspension require(UUID provider, UUID id) {
    return findByIdOptional(id)
        .filter(found -> found.providerId().equals(provider))
        .orElseThrow(() -> ProblemException.notFound("suspension", id));
  }

  /** Newest first. */
  List<Suspension> of(UUID provider, @Nullable UUID before, int rows) {
    return find(
            "providerId = ?1 and id < ?2 order by id desc",
            provider,
            before == null ? LAST : before)
        .page(0, rows)
        .list();
  }

  /** Those whose last day has passed. */
  List<Suspension> passed(LocalDate today, int rows) {
    return find("status = ?1 and endsOn < ?2 order by id", SuspensionStatus.IN_FORCE, today)
        .page(0, rows)
        .list();
  }
}
