package uk.carecontracts.providers.demand;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;

/** Forecasts of the caller's authority. */
@ApplicationScoped
class ForecastRepository implements PanacheRepositoryBase<DemandForecast, UUID> {

  private static final UUID LAST = new UUID(-1, -1);

  DemandForecast require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("forecast", id));
  }

  /** Newest first. */
  List<DemandForecast> search(@Nullable String serviceType, @Nullable UUID before, int rows) {
    UUID from = before == null ? LAST : before;
    return serviceType == null
        ? find("id < ?1 order by id desc", from).page(0, rows).list()
        : find("id < ?1 and serviceType = ?2 order by id desc", from, serviceType)
            .page(0, rows)
            .list();
  }
}
