package uk.carecontracts.providers.matching;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** Matches of suppliers, seen by the authority whose contracts they are from. */
@ApplicationScoped
class SupplierMatchRepository implements PanacheRepositoryBase<SupplierMatch, UUID> {

  SupplierMatch require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("match", id));
  }

  /** Those there are of some. */
  List<SupplierMatch> of(List<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : getSession().findMultiple(SupplierMatch.class, ids).stream()
            .filter(Objects::nonNull)
            .toList();
  }

  List<SupplierMatch> inReview(@Nullable UUID after, int rows) {
    return find(
            "status = ?1 and id > ?2 order by id",
            MatchStatus.REVIEW,
            after == null ? new UUID(0, 0) : after)
        .page(0, rows)
        .list();
  }
}
