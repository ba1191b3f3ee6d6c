package uk.carecontracts.providers.engagement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.database.Sql;
import uk.carecontracts.kit.problem.ProblemException;

/** Meetings of the caller's authority. */
@ApplicationScoped
class EngagementRepository implements PanacheRepositoryBase<Engagement, UUID> {

  private final Sql sql;

  EngagementRepository(Sql sql) {
    this.sql = sql;
  }

  /** Which meetings a list asks for. */
  record Filter(
      @Nullable List<UUID> family,
      @Nullable EngagementKind kind,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  Engagement require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("meeting", id));
  }

  /** The latest held first: the identifiers in plain SQL, then the meetings in one query. */
  List<Engagement> search(
      Filter filter, @Nullable LocalDate beforeDay, @Nullable UUID beforeId, int rows) {
    Conditions conditions =
        new Conditions()
            .and("providers && ?", filter.family())
            .and("kind = ?", filter.kind())
            .and("held_on >= ?", filter.from())
            .and("held_on <= ?", filter.to());
    if (beforeDay != null) {
      conditions.all("(held_on, id) < (?, ?)", beforeDay, beforeId);
    }
    List<UUID> ids =
        sql.list(
            "select id from engagement"
                + conditions.where()
                + " order by held_on desc, id desc limit ?",
            row -> row.getObject("id", UUID.class),
            conditions.parameters(rows));
    return ids.isEmpty() ? List.of() : find("id in ?1 order by heldOn desc, id desc", ids).list();
  }
}
