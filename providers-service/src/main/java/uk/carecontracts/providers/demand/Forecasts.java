package uk.carecontracts.providers.demand;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Saved forecasts, for the features that tell of them. */
@ApplicationScoped
public class Forecasts {

  private final ForecastRepository forecasts;
  private final VersionRepository versions;

  Forecasts(ForecastRepository forecasts, VersionRepository versions) {
    this.forecasts = forecasts;
    this.versions = versions;
  }

  /** A forecast of the caller's authority in its latest version; 404 when there is none. */
  public ForecastState latest(UUID id) {
    return latest(forecasts.require(id));
  }

  private ForecastState latest(DemandForecast forecast) {
    return forecast.state(versions.require(forecast.id(), forecast.version()));
  }
}
