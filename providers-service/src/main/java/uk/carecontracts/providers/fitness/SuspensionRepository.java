package uk.carecontracts.providers.fitness;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** Suspensions of the caller's authority. */
@ApplicationScoped
class SuspensionRepository implements PanacheRepositoryBase<Suspension, UUID> {

  private static final UUID LAST = new UUID(-1, -1);

  /** One of a provider, or of a record merged into it; 404 when there is none. */
  Suspension require(Collection<UUID> family, UUID id) {
    return findByIdOptional(id)
        .filter(found -> family.contains(found.providerId()))
        .orElseThrow(() -> ProblemException.notFound("suspension", id));
  }

  /** An authority's that are in force. */
  List<Suspension> inForce(String authority, Collection<UUID> family) {
    return list(
        "authority = ?1 and providerId in ?2 and status = ?3",
        authority,
        family,
        SuspensionStatus.IN_FORCE);
  }

  /** Newest first. */
  List<Suspension> of(Collection<UUID> family, @Nullable UUID before, int rows) {
    return find(
            "providerId in ?1 and id < ?2 order by id desc", family, before == null ? LAST : before)
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
