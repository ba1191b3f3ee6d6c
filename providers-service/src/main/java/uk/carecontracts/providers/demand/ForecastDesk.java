package uk.carecontracts.providers.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;

/** Saves versions of forecasts and tells everyone. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ForecastDesk {

  private final ForecastRepository forecasts;
  private final VersionRepository versions;
  private final ForecastGathering gathering;
  private final Journal journal;
  private final Clock clock;

  ForecastDesk(
      ForecastRepository forecasts,
      VersionRepository versions,
      ForecastGathering gathering,
      Journal journal,
      Clock clock) {
    this.forecasts = forecasts;
    this.versions = versions;
    this.gathering = gathering;
    this.journal = journal;
    this.clock = clock;
  }

  /** A forecast and one of its versions. */
  record Saved(DemandForecast forecast, ForecastVersion version) {
    ForecastState state() {
      return forecast.state(version);
    }
  }

  Saved save(String authority, ForecastForms.NewForecast form, String by) {
    DemandForecast forecast = DemandForecast.of(authority, form, by, Instant.now(clock));
    ForecastInputs inputs = gathering.inputs(forecast, form.assumptions());
    forecasts.persist(forecast);
    return keep(forecast, inputs, form.assumptions().populationSource(), form.note());
  }

  Saved saveNext(DemandForecast forecast, ForecastForms.NextVersion form, String by) {
    ForecastInputs inputs = gathering.inputs(forecast, form.assumptions());
    forecast.saved(by, Instant.now(clock));
    return keep(forecast, inputs, form.assumptions().populationSource(), form.note());
  }

  private Saved keep(DemandForecast forecast, ForecastInputs inputs, String source, String note) {
    forecasts.flush();
    ForecastVersion version = forecast.versioned(inputs, source, note);
    versions.persist(version);
    Saved saved = new Saved(forecast, version);
    journal.append(
        new Entry(
            "demand-forecast",
            forecast.id(),
            forecast.version(),
            "demand-forecast.saved.v1",
            forecast.authority(),
            saved.state(),
            Map.of("note", note)));
    return saved;
  }
}
