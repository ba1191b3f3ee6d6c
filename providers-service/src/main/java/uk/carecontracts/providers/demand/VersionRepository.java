package uk.carecontracts.providers.demand;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.kit.problem.ProblemException;

/** The versions of forecasts. */
@ApplicationScoped
class VersionRepository implements PanacheRepositoryBase<ForecastVersion, ForecastVersion.Key> {

  ForecastVersion require(UUID forecast, long number) {
    return findByIdOptional(new ForecastVersion.Key(forecast, number))
        .orElseThrow(
            () -> ProblemException.notFound("version of this forecast", Long.toString(number)));
  }

  /** Newest first. */
  List<ForecastVersion> of(UUID forecast, long before, int rows) {
    return find(
            "key.forecastId = ?1 and key.number < ?2 order by key.number desc", forecast, before)
        .page(0, rows)
        .list();
  }
}
