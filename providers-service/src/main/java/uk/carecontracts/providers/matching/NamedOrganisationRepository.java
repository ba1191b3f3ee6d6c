package uk.carecontracts.providers.matching;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** Organisations that registers name, common to every authority. */
@ApplicationScoped
class NamedOrganisationRepository implements PanacheRepositoryBase<NamedOrganisation, UUID> {

  NamedOrganisation require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("organisation", id));
  }

  List<NamedOrganisation> search(MatchStatus status, @Nullable UUID after, int rows) {
    return find(
            "status = ?1 and id > ?2 order by id", status, after == null ? new UUID(0, 0) : after)
        .page(0, rows)
        .list();
  }
}
