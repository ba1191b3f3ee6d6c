package uk.carecontracts.providers.innovation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** Proposals of the caller's authority. */
@ApplicationScoped
class ProposalRepository implements PanacheRepositoryBase<Proposal, UUID> {

  private static final UUID LAST = new UUID(-1, -1);

  Proposal require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("proposal", id));
  }

  /** Newest first. */
  List<Proposal> search(
      @Nullable List<UUID> family,
      @Nullable ProposalKind kind,
      @Nullable ProposalStatus status,
      @Nullable UUID before,
      int rows) {
    return find(
            "id < :before and (:any = true or providerId in :family)"
                + " and (:kind is null or kind = :kind)"
                + " and (:status is null or status = :status) order by id desc",
            Parameters.with("before", before == null ? LAST : before)
                .and("any", family == null)
                .and("family", family == null ? List.of(LAST) : family)
                .and("kind", kind)
                .and("status", status))
        .page(0, rows)
        .list();
  }
}
