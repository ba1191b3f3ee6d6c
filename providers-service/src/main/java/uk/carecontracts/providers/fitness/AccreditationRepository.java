package uk.carecontracts.providers.fitness;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** Accreditations of the caller's authority. */
@ApplicationScoped
class AccreditationRepository implements PanacheRepositoryBase<Accreditation, UUID> {

  private static final UUID LAST = new UUID(-1, -1);

  Accreditation require(UUID provider, UUID id) {
    return findByIdOptional(id)
        .filter(found -> found.providerId().equals(provider))
        .orElseThrow(() -> ProblemException.notFound("accreditation", id));
  }

  /** The one that a new one for the same service replaces. */
  Optional<Accreditation> granted(String authority, UUID provider, String serviceType) {
    return find(
            "authority = ?1 and providerId = ?2 and serviceType = ?3 and status = ?4",
            authority,
            provider,
            serviceType,
            AccreditationStatus.GRANTED)
        .firstResultOptional();
  }

  /** Newest first; with a day, those in force on it. */
  List<Accreditation> of(
      UUID provider, @Nullable LocalDate inForceOn, @Nullable UUID before, int rows) {
    UUID from = before == null ? LAST : before;
    return inForceOn == null
        ? find("providerId = ?1 and id < ?2 order by id desc", provider, from).page(0, rows).list()
        : find(
                "providerId = ?1 and id < ?2 and validFrom <= ?3 and expiresOn >= ?3"
                    + " and (endedOn is null or endedOn > ?3) order by id desc",
                provider,
                from,
                inForceOn)
            .page(0, rows)
            .list();
  }
}
