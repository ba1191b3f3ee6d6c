package uk.carecontracts.providers.engagement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** Agreed actions of the caller's authority. */
@ApplicationScoped
class ActionRepository implements PanacheRepositoryBase<AgreedAction, UUID> {

  /** What a list asks for. */
  record Filter(
      @Nullable ActionStatus status, @Nullable String owner, @Nullable LocalDate dueBefore) {}

  AgreedAction require(UUID engagement, UUID id) {
    return find("engagementId = ?1 and id = ?2", engagement, id)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.notFound("action of this meeting", id));
  }

  /** The first due first. */
  List<AgreedAction> of(UUID engagement) {
    return find("engagementId = ?1 order by dueOn, id", engagement).list();
  }

  /** Of several meetings at once. */
  Map<UUID, List<AgreedAction>> of(List<UUID> engagements) {
    return engagements.isEmpty()
        ? Map.of()
        : find("engagementId in ?1 order by dueOn, id", engagements).list().stream()
            .collect(Collectors.groupingBy(each -> each.state().engagementId()));
  }

  /** The first due first. */
  List<AgreedAction> search(
      Filter filter, @Nullable LocalDate afterDay, @Nullable UUID afterId, int rows) {
    return find(
            "(:status is null or status = :status) and (:owner is null or owner = :owner)"
                + " and dueOn < :before"
                + " and (dueOn > :day or (dueOn = :day and id > :id)) order by dueOn, id",
            Parameters.with("status", filter.status())
                .and("owner", filter.owner())
                .and(
                    "before",
                    filter.dueBefore() == null ? LocalDate.of(9999, 1, 1) : filter.dueBefore())
                .and("day", afterDay == null ? LocalDate.of(1900, 1, 1) : afterDay)
                .and("id", afterId == null ? new UUID(0, 0) : afterId))
        .page(0, rows)
        .list();
  }
}
