package uk.carecontracts.providers.statements;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** Published editions, for everyone. */
@ApplicationScoped
class EditionRepository implements PanacheRepositoryBase<Edition, Edition.Key> {

  private static final UUID LAST = new UUID(-1, -1);

  /** An edition, or with no number the latest one. */
  Edition require(UUID statement, @Nullable Integer number) {
    return (number == null
            ? find("key.statementId = ?1 order by key.number desc", statement)
            : find("key.statementId = ?1 and key.number = ?2", statement, number))
        .firstResultOptional()
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    number == null
                        ? "published market position statement"
                        : "edition " + number + " of the market position statement",
                    statement));
  }

  /** Every edition of a statement, the latest first. */
  List<Edition> of(UUID statement) {
    return find("key.statementId = ?1 order by key.number desc", statement).list();
  }

  /** The latest edition of each statement, the newest statement first. */
  List<Edition> latest(@Nullable String authority, @Nullable UUID before, int rows) {
    return find(
            "from Edition e where e.key.statementId < :before"
                + " and (:authority is null or e.authority = :authority)"
                + " and e.key.number = (select max(o.key.number) from Edition o"
                + " where o.key.statementId = e.key.statementId) order by e.key.statementId desc",
            Parameters.with("before", before == null ? LAST : before).and("authority", authority))
        .page(0, rows)
        .list();
  }
}
