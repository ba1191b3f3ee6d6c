package uk.carecontracts.providers.statements;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** Drafts of the caller's authority. */
@ApplicationScoped
class StatementRepository implements PanacheRepositoryBase<Statement, UUID> {

  private static final UUID LAST = new UUID(-1, -1);

  Statement require(UUID id) {
    return findByIdOptional(id)
        .orElseThrow(() -> ProblemException.notFound("market position statement", id));
  }

  /** Newest first. */
  List<Statement> page(@Nullable UUID before, int rows) {
    return find("id < ?1 order by id desc", before == null ? LAST : before).page(0, rows).list();
  }
}
