package uk.carecontracts.providers.fitness;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** Accreditations of the caller's authority. */
@ApplicationScoped
class AccreditationRepository implements PanacheRepositoryBase<Accreditation, UUID> {

  private static final UUID LAST = new UUID(-1, -1);

  /** One of a provider, or of a record merged into it; 404 when there is none. */
  Accreditation require(Collection<UUID> family, UUID id) {
    return findByIdOptional(id)
        .filter(found -> family.contains(found.providerId()))
        .orElseThrow(() -> ProblemException.notFound("accreditation", id));
  }

  /** Those that a new one for the same service replaces. */
  List<Accreditation> granted(String authority, Collection<UUID> family, String serviceType) {
    return list(
        "authority = ?1 and providerId in ?2 and serviceType = ?3 and status = ?4 order by id",
        authority,
        family,
        serviceType,
        AccreditationStatus.GRANTED);
  }

  /** Newest first; with a day, those in force on it. */
  List<Accreditation> of(
      Collection<UUID> family, @Nullable LocalDate inForceOn, @Nullable UUID before, int rows) {
    UUID from = before == null ? LAST : before;
    return inForceOn == null
        ? find("providerId in ?1 and id < ?2 order by id desc", family, from).page(0, rows).list()
        : find(
                "providerId in ?1 and id < ?2 and validFrom <= ?3 and expiresOn >= ?3"
                    + " and (endedOn is null or endedOn > ?3) order by id desc",
                family,
                from,
                inForceOn)
            .page(0, rows)
            .list();
  }
}
