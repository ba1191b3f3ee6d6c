package uk.carecontracts.monitoring.assessments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;
import uk.carecontracts.monitoring.contracts.KnownContracts;
import uk.carecontracts.monitoring.plans.Plans;

/** Follows inspections and renews what plans rely on. */
@ApplicationScoped
class InspectionsConsumer implements EventConsumer {
  private final Inspections inspections;
  private final KnownContracts contracts;
  private final Plans plans;

  InspectionsConsumer(Inspections inspections, KnownContracts contracts, Plans plans) {
    this.inspections = inspections;
    this.contracts = contracts;
    this.plans = plans;
  }

  @Override
  public String name() {
    return "monitoring-inspections";
  }

  @Override
  public Set<String> topics() {
    return Set.of("providers.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return aggregateType.equals("location");
  }

  @Override
  public void apply(ReceivedEvent event) {
    String named = event.state().path("providerId").asText("");
    UUID provider = named.isEmpty() ? null : UUID.fromString(named);
    UUID before = inspections.provider(event.aggregateId()).orElse(null);
    inspections.put(event, provider);
    if (provider != null) {
      contracts.ofProvider(provider).forEach(plans::renewAssurance);
    }
    if (before != null && !before.equals(provider)) {
      contracts.ofProvider(before).forEach(plans::renewAssurance);
    }
  }

  @Override
  public void reset() {
    inspections.clear();
  }
}
