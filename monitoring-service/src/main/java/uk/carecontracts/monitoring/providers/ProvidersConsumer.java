package uk.carecontracts.monitoring.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** Follows the provider database. */
@ApplicationScoped
class ProvidersConsumer implements EventConsumer {
  private final KnownProviders providers;
  private final Event<RatingsChanged> changed;

  ProvidersConsumer(KnownProviders providers, Event<RatingsChanged> changed) {
    this.providers = providers;
    this.changed = changed;
  }

  @Override
  public String name() {
    return "monitoring-providers";
  }

  @Override
  public Set<String> topics() {
    return Set.of("providers.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return switch (aggregateType) {
      case "location", "provider" -> true;
      default -> false;
    };
  }

  @Override
  public void apply(ReceivedEvent event) {
    switch (event.aggregateType()) {
      case "location" -> applyLocation(LocationReader.read(event));
      case "provider" ->
          providers.putProvider(
              event.aggregateId(),
              event.state().path("legalName").asText(event.aggregateId().toString()),
              event.state().path("status").asText("UNKNOWN"),
              event.aggregateVersion());
      default -> {
        // accreditations, cost models and whatever comes later are of no concern here
      }
    }
  }

  private void applyLocation(KnownLocation location) {
    UUID before = providers.location(location.id()).map(KnownLocation::providerId).orElse(null);
    providers.put(location);
    if (location.providerId() != null) {
      changed.fire(new RatingsChanged(location.providerId()));
    }
    if (before != null && !Objects.equals(before, location.providerId())) {
      changed.fire(new RatingsChanged(before));
    }
  }

  @Override
  public void reset() {
    providers.clear();
  }
}
