package uk.carecontracts.providers.costs;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** Cost models the caller's authority holds. */
@ApplicationScoped
class CostModelRepository implements PanacheRepositoryBase<CostModel, UUID> {

  private static final UUID LAST = new UUID(-1, -1);

  CostModel require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("cost model", id));
  }

  /** The one that a newly accepted one replaces. */
  Optional<CostModel> accepted(CostModel like) {
    return find(
            "authority = ?1 and providerId = ?2 and serviceType = ?3 and status = ?4"
                + " and coalesce(variant, '') = ?5",
            like.authority(),
            like.providerId(),
            like.serviceType(),
            CostModelStatus.ACCEPTED,
            like.variant() == null ? "" : like.variant())
        .firstResultOptional();
  }

  /** Newest first. */
  List<CostModel> search(
      @Nullable List<UUID> providers,
      @Nullable String serviceType,
      @Nullable CostModelStatus status,
      @Nullable UUID before,
      int rows) {
    return find(
            "id < :before and (:any = true or providerId in :providers)"
                + " and (:service is null or serviceType = :service)"
                + " and (:status is null or status = :status) order by id desc",
            Parameters.with("before", before == null ? LAST : before)
                .and("any", providers == null)
                .and("providers", providers == null ? List.of(LAST) : providers)
                .and("service", serviceType)
                .and("status", status))
        .page(0, rows)
        .list();
  }

  /** What the authority reckoned with on a day: accepted by then and not replaced by then. */
  List<CostModel> inUse(
      String authority,
      @Nullable String serviceType,
      @Nullable String lineSet,
      @Nullable String variant,
      LocalDate day) {
    return find(
            "authority = :authority and acceptedOn <= :day"
                + " and (endedOn is null or endedOn > :day)"
                + " and (:service is null or serviceType = :service)"
                + " and (:set is null or lineSet = :set)"
                + " and (:variant is null or variant = :variant) order by id",
            Parameters.with("authority", authority)
                .and("day", day)
                .and("service", serviceType)
                .and("set", lineSet)
                .and("variant", variant))
        .list();
  }
}
