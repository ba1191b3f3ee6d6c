package uk.carecontracts.monitoring.providers;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Set;
import java.util.UUID;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** Follows merges of provider records, and merges that are taken back. */
@ApplicationScoped
class MergesConsumer implements EventConsumer {
  private final ProviderRecords records;
  private final Event<ProviderSpokenFor> spokenFor;

  MergesConsumer(ProviderRecords records, Event<ProviderSpokenFor> spokenFor) {
    this.records = records;
    this.spokenFor = spokenFor;
  }

  @Override
  public String name() {
    return "monitoring-provider-merges";
  }

  @Override
  public Set<String> topics() {
    return Set.of("providers.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return aggregateType.equals("provider");
  }

  /** Reads the state, not the event's type: a topic keeps only the last event of a record. */
  @Override
  public void apply(ReceivedEvent event) {
    JsonNode into = event.state().path("mergedInto");
    records
        .learn(
            event.aggregateId(),
            event.aggregateVersion(),
            into.isTextual() ? UUID.fromString(into.asText()) : null)
        .ifPresent(spokenFor::fire);
  }

  @Override
  public void reset() {
    records.clear();
  }
}
